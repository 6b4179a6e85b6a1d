package dev.kilde.core.facts;

import dev.kilde.core.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the person's earliest and latest retained events occurred; null before the first. */
public record Seen(@Nullable Instant firstAt, @Nullable Instant lastAt) {

  public static final Seen NEVER = new Seen(null, null);

  /** The fold. */
  public static final Fact<Seen> FACT =
      new Fact<>() {
        @Override
        public String name() {
          return "seen";
        }

        @Override
        public Seen empty() {
          return NEVER;
        }

        @Override
        public boolean concerns(Event event) {
          return true;
        }

        @Override
        public Seen fold(Seen before, Event event) {
          return before.with(event.occurredAt());
        }
      };

  private Seen with(Instant at) {
    if (firstAt == null || lastAt == null) {
      return new Seen(at, at);
    }
    return at.isAfter(lastAt) ? new Seen(firstAt, at) : this;
  }
}
