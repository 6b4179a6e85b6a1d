package dev.kilde.profile.output;

import dev.kilde.core.flow.CapSlot;
import dev.kilde.core.flow.Journey;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.flow.SentStep;
import dev.kilde.schemas.record.HeldCapSlot;
import dev.kilde.schemas.record.HeldJourney;
import dev.kilde.schemas.record.HeldStep;
import java.util.List;
import java.util.Locale;

/** Writes what a person is in the middle of, and was sent, as the person may read it. */
final class Ledgers {

  private Ledgers() {}

  static List<HeldJourney> journeys(Ledger ledger) {
    return ledger.journeys().stream().map(Ledgers::journey).toList();
  }

  static List<HeldStep> sentSteps(Ledger ledger) {
    return ledger.sentSteps().stream().map(Ledgers::step).toList();
  }

  static List<HeldCapSlot> capSlots(Ledger ledger) {
    return ledger.capSlots().stream().map(Ledgers::capSlot).toList();
  }

  private static HeldJourney journey(Journey journey) {
    return new HeldJourney(
        journey.flow(),
        journey.version(),
        journey.entryKey(),
        journey.step(),
        journey.enteredAt(),
        journey.nextAt());
  }

  private static HeldStep step(SentStep sent) {
    return new HeldStep(sent.flow(), sent.entryKey(), sent.step(), sent.triggerId(), sent.at());
  }

  private static HeldCapSlot capSlot(CapSlot slot) {
    return new HeldCapSlot(
        slot.triggerId(),
        slot.channel(),
        slot.messageClass().name().toLowerCase(Locale.ROOT),
        slot.at());
  }
}
