package dev.kilde.core.segment.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Known;
import dev.kilde.core.SomeTerms;
import dev.kilde.core.Told;
import dev.kilde.core.Written;
import dev.kilde.core.event.Event;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person of a Danish shop, of whom something was told: is a condition true of them? */
record Somebody(List<Event> events) {

  /** Whom stories are told of. */
  static final Told ADA = Told.ofEmail("ada@example.com");

  static Somebody who(Event... events) {
    return new Somebody(List.of(events));
  }

  Subject subject() {
    return new Subject(
        Known.of(events),
        SomeTerms.danish(),
        id -> {
          throw new AssertionError("nobody is asked of segment " + id);
        });
  }

  Verdict<Boolean> judge(String condition, Instant now) {
    return Written.condition(condition).judge(subject(), now);
  }

  boolean is(String condition, Instant now) {
    return judge(condition, now).value();
  }

  String actual(String condition, Instant now) {
    return Written.condition(condition).actual(subject(), now);
  }

  /** True or not at an instant, and no longer from another on; null: until there is input. */
  void holds(String condition, Instant now, boolean value, @Nullable Instant until) {
    Condition read = Written.condition(condition);
    assertThat(read.judge(subject(), now))
        .as("%s at %s", condition, now)
        .isEqualTo(new Verdict<>(value, until));
    if (until != null) {
      assertThat(read.judge(subject(), until).value())
          .as("%s at %s", condition, until)
          .isNotEqualTo(value);
    }
  }
}
