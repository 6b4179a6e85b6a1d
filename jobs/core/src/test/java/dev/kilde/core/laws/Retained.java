package dev.kilde.core.laws;

import dev.kilde.core.definition.Retention;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Retention, off or short enough to bite. */
enum Retained {
  FOR_EVER(null, null),
  TWO_AND_A_HALF_DAYS_AND_FIVE(Duration.ofHours(60), Duration.ofDays(5)),
  ONE_DAY_AND_FOR_EVER(Duration.ofDays(1), null);

  final @Nullable Duration behaviour;
  final @Nullable Duration purchases;

  Retained(@Nullable Duration behaviour, @Nullable Duration purchases) {
    this.behaviour = behaviour;
    this.purchases = purchases;
  }

  Retention rule() {
    return new Retention(behaviour, purchases);
  }
}
