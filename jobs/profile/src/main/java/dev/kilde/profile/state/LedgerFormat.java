package dev.kilde.profile.state;

import dev.kilde.core.definition.MessageClass;
import dev.kilde.core.flow.CapSlot;
import dev.kilde.core.flow.Journey;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.flow.SentStep;
import java.io.IOException;

/** {@link Ledger}: journeys, sent steps, cap slots. */
public final class LedgerFormat implements Format<Ledger> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Ledger ledger, StateWriter out) throws IOException {
    out.list(
        ledger.journeys(),
        journey -> {
          out.text(journey.flow());
          out.unsigned(journey.version());
          out.text(journey.entryKey());
          out.text(journey.step());
          out.instant(journey.enteredAt());
          out.instant(journey.nextAt());
        });
    out.list(
        ledger.sentSteps(),
        sent -> {
          out.text(sent.flow());
          out.text(sent.entryKey());
          out.text(sent.step());
          out.text(sent.triggerId());
          out.instant(sent.at());
        });
    out.list(
        ledger.capSlots(),
        slot -> {
          out.text(slot.triggerId());
          out.text(slot.channel());
          out.constant(slot.messageClass());
          out.instant(slot.at());
        });
  }

  @Override
  public Ledger read(int version, StateReader in) throws IOException {
    return new Ledger(
        in.list(
            () ->
                new Journey(
                    in.text(),
                    (int) in.unsigned(),
                    in.text(),
                    in.text(),
                    in.instant(),
                    in.optionalInstant())),
        in.list(() -> new SentStep(in.text(), in.text(), in.text(), in.text(), in.instant())),
        in.list(
            () ->
                new CapSlot(
                    in.text(), in.text(), in.constant(MessageClass.values()), in.instant())));
  }
}
