package dev.kilde.local.play;

import dev.kilde.local.shop.ShopEvent;
import dev.kilde.schemas.Topic;
import java.time.Instant;
import java.util.Iterator;
import org.apache.avro.specific.SpecificRecord;

/** One thing to be played into an input topic. */
public sealed interface Playable {

  /** Where it goes. */
  Topic topic();

  /** Played event time at which it goes out; never falls from one to the next. */
  Instant at();

  /**
   * A record.
   *
   * @param topic where it goes
   * @param at when it goes out, {@code occurredAt} or a little later
   * @param occurredAt when it happened
   * @param event the record, valid; not to be changed
   * @param repeated whether the same record has gone out before
   */
  record Event(Topic topic, Instant at, Instant occurredAt, SpecificRecord event, boolean repeated)
      implements Playable {}

  /**
   * Bytes that are no valid record; the job makes them a dead letter.
   *
   * @param topic where they go
   * @param at when they go out
   * @param bytes as they stood in the file; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through untouched, never compared
  record Invalid(Topic topic, Instant at, byte[] bytes) implements Playable {}

  /** A shop's events, each at the instant it occurs. */
  static Iterator<Playable> of(Iterator<ShopEvent> shop) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return shop.hasNext();
      }

      @Override
      public Playable next() {
        ShopEvent event = shop.next();
        return new Event(
            event.topic(), event.occurredAt(), event.occurredAt(), event.event(), false);
      }
    };
  }
}
