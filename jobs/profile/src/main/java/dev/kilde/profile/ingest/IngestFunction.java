package dev.kilde.profile.ingest;

import dev.kilde.connectors.input.Input;
import dev.kilde.core.event.Content;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.person.Change;
import dev.kilde.profile.SideOutputs;
import dev.kilde.profile.Tally;
import dev.kilde.profile.person.PersonInput;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.schemas.wire.WireForm;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Sends each input on its way: behaviour straight to the person, orders and receipts to the
 * purchase stage, dead letters aside; ticks have done their work.
 */
public final class IngestFunction extends ProcessFunction<Input, PersonInput> {

  /** Receipts that name nobody; those of a known original still find its owner. */
  public static final String ANONYMOUS = "receipts-anonymous";

  /** Records of topics no stage of this job uses. */
  public static final String UNUSED = "records-unused";

  /** Inputs that could not be used. */
  public static final String DEAD_LETTERS = "dead-letters";

  private static final long serialVersionUID = 1;

  private transient @Nullable WireForm wire;
  private transient @Nullable Tally anonymous;
  private transient @Nullable Tally unused;
  private transient @Nullable Tally deadLetters;

  @Override
  public void open(OpenContext context) {
    var metrics = getRuntimeContext().getMetricGroup();
    wire = new WireForm();
    anonymous = new Tally(getRuntimeContext(), metrics, ANONYMOUS);
    unused = new Tally(getRuntimeContext(), metrics, UNUSED);
    deadLetters = new Tally(getRuntimeContext(), metrics, DEAD_LETTERS);
  }

  @Override
  public void processElement(Input input, Context context, Collector<PersonInput> out) {
    switch (input.kind()) {
      case RECORD -> route(input, context, out);
      case DEAD_LETTER -> {
        Objects.requireNonNull(deadLetters).increment();
        context.output(SideOutputs.DEAD_LETTERS, input.deadLetter());
      }
      case TICK -> {
        // it has moved the watermark at the source
      }
    }
  }

  private void route(Input input, Context context, Collector<PersonInput> out) {
    byte[] content = Objects.requireNonNull(wire).encode(input.record());
    Optional<Event> translated = Events.of(input.record(), Content.of(content));
    if (translated.isEmpty()) {
      Objects.requireNonNull(unused).increment();
      return;
    }
    Event event = translated.get();
    if (event instanceof OrderSnapshot || event instanceof ReceiptSnapshot) {
      if (event.envelope().identifiers().all().isEmpty()) {
        Objects.requireNonNull(anonymous).increment();
      }
      context.output(SideOutputs.PURCHASES, new PurchaseInput(event));
      return;
    }
    event
        .envelope()
        .identifiers()
        .strongest()
        .ifPresent(
            strongest ->
                out.collect(
                    PersonInput.to(
                        event.envelope().tenant(),
                        strongest,
                        new Change.Put(event, event.occurredAt()))));
  }
}
