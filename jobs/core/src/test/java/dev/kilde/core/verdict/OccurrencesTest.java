package dev.kilde.core.verdict;

import static dev.kilde.core.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OccurrencesTest {

  private static final Window WEEK = new Window.Rolling(Duration.ofDays(7), null);

  @Example
  void twoOfTheSameInstantBeginAndEndTogether() {
    List<Instant> times = List.of(day(1), day(1), day(3));

    assertThat(Occurrences.counted(times, WEEK, count -> count >= 2, day(4)))
        .isEqualTo(new Verdict<>(true, day(8)));
    assertThat(Occurrences.counted(times, WEEK, count -> count == 2, day(4)))
        .isEqualTo(new Verdict<>(false, null));
  }

  /** One ends as another begins: the number is the same all the time. */
  @Example
  void whatEndsAsAnotherBeginsIsNoFlip() {
    List<Instant> times = List.of(day(1), day(8));

    assertThat(Occurrences.counted(times, WEEK, count -> count == 1, day(2)))
        .isEqualTo(new Verdict<>(true, day(15)));
  }

  /** Every millisecond that matters is one at which something begins or ends, or beside it. */
  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void theyAreWhatCountingAtEveryInstantFinds(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Window window = window(random);
    List<Instant> times = new ArrayList<>();
    for (int left = random.nextInt(8); left > 0; left--) {
      times.add(instant(random));
    }
    int few = random.nextInt(4);
    int many = few + random.nextInt(2);
    LongPredicate enough = count -> count >= few && count <= many;
    Instant now = instant(random);

    Verdict<Boolean> verdict = Occurrences.counted(times, window, enough, now);

    assertThat(verdict.value()).isEqualTo(enough.test(count(times, window, now)));
    Instant flip =
        times.stream()
            .flatMap(at -> Stream.of(window.from(at), endOf(window, at)))
            .filter(at -> at.isAfter(now) && at.isBefore(Instant.MAX))
            .filter(at -> enough.test(count(times, window, at)) != verdict.value())
            .min(Instant::compareTo)
            .orElse(null);
    assertThat(verdict.holdsUntil()).isEqualTo(flip);
  }

  private static long count(Collection<Instant> times, Window window, Instant now) {
    return times.stream()
        .filter(at -> !window.from(at).isAfter(now) && endOf(window, at).isAfter(now))
        .count();
  }

  private static Instant endOf(Window window, Instant at) {
    Instant until = window.until(at);
    return until == null ? Instant.MAX : until;
  }

  private static Window window(SplittableRandom random) {
    Duration within = Duration.ofDays(1 + random.nextInt(4));
    return switch (random.nextInt(4)) {
      case 0 -> Window.ALWAYS;
      case 1 -> new Window.Rolling(within, null);
      case 2 -> new Window.Rolling(within, Duration.ofHours(6L * random.nextInt(4)));
      default -> new Window.Calendar(1 + random.nextInt(4), ZoneId.of("Europe/Copenhagen"));
    };
  }

  private static Instant instant(SplittableRandom random) {
    return day(27).plus(Duration.ofHours(6L * random.nextInt(32)));
  }
}
