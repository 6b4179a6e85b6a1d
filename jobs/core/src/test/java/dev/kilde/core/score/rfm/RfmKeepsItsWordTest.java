package dev.kilde.core.score.rfm;

import static dev.kilde.core.score.rfm.Customer.points;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.rfm.Customer.Purchase;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/**
 * The second law, on a dense grid: everything happens at a whole hour, and each one is looked at,
 * with the millisecond before it.
 */
class RfmKeepsItsWordTest {

  private static final int HOURS = 24 * 16;

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whatIsHeldIsTheSameUntilItsVerdictEndsAndAnotherThen(@ForAll long seed) {
    Drawn drawn = new Drawn(seed);
    Subject who = drawn.customer.subject();
    List<Instant> grid = grid();
    List<Optional<Rfm>> naive = grid.stream().map(drawn::naive).toList();
    List<@Nullable Instant> changes =
        changes(grid, naive.stream().map(RfmJudgement.JUDGEMENT::held).toList());
    for (int i = 0; i < grid.size(); i++) {
      assertThat(RfmJudgement.JUDGEMENT.judge(who, grid.get(i)))
          .as("at %s", grid.get(i))
          .isEqualTo(new Verdict<>(naive.get(i), changes.get(i)));
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whatIsAskedFlipsExactlyWhenItsVerdictEnds(@ForAll long seed) {
    Drawn drawn = new Drawn(seed);
    RfmQuery query = drawn.query();
    Subject who = drawn.customer.subject();
    List<Instant> grid = grid();
    List<Boolean> truths =
        grid.stream()
            .map(now -> drawn.naive(now).filter(rfm -> asked(query, rfm)).isPresent())
            .toList();
    List<@Nullable Instant> changes = changes(grid, truths);
    for (int i = 0; i < grid.size(); i++) {
      assertThat(query.judge(who, grid.get(i)))
          .as("%s at %s", query, grid.get(i))
          .isEqualTo(new Verdict<>(truths.get(i), changes.get(i)));
    }
  }

  /** For each instant the next one with another value; null: there is none. */
  private static List<@Nullable Instant> changes(List<Instant> grid, List<?> values) {
    @Nullable Instant[] changes = new Instant[grid.size()];
    for (int i = grid.size() - 2; i >= 0; i--) {
      changes[i] = values.get(i).equals(values.get(i + 1)) ? changes[i + 1] : grid.get(i + 1);
    }
    return Arrays.asList(changes);
  }

  private static boolean asked(RfmQuery query, Rfm rfm) {
    return (query.groups().isEmpty() || query.groups().contains(rfm.group()))
        && in(query.r(), rfm.r())
        && in(query.f(), rfm.f())
        && in(query.m(), rfm.m())
        && in(query.recencyDays(), (double) rfm.recencyDays())
        && in(query.frequency(), rfm.frequency())
        && in(query.monetary(), rfm.monetary().doubleValue());
  }

  private static boolean in(@Nullable Range range, double value) {
    if (range == null) {
      return true;
    }
    BigDecimal least = range.atLeast();
    BigDecimal most = range.atMost();
    return (least == null || least.doubleValue() <= value)
        && (most == null || value <= most.doubleValue());
  }

  private static List<Instant> grid() {
    List<Instant> grid = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      grid.add(hour(hour).minusMillis(1));
      grid.add(hour(hour));
    }
    return grid;
  }

  private static Instant hour(int hour) {
    return Told.START.plus(Duration.ofHours(hour));
  }

  /** A customer of five days, on a plan of small numbers, and a question. */
  private static final class Drawn {
    private final SplittableRandom random;
    private final List<Purchase> purchases = new ArrayList<>();
    private final Duration window;
    private final BreakPoints points;
    private final Customer customer;

    Drawn(long seed) {
      random = new SplittableRandom(seed);
      for (int i = random.nextInt(5); i > 0; i--) {
        purchases.add(new Purchase(hour(random.nextInt(5 * 24)), of("1", "2.50", "4", "7.00")));
      }
      // Such that nobody's purchase comes in at the instant another goes out: that may end early.
      window = Duration.ofHours(5 * 24 + random.nextInt(4 * 24));
      points =
          points(
              of("0 1 2 3", "0.5 0.5 1.2 12.4", "1 3 5 8", "2 2 2 2", "-3 4 4.000001 1e20"),
              of("1 2 3 4", "2 2 2.4 9"),
              of("1 3 6 9", "2.5 5 6.5 7"));
      boolean quintiles = random.nextBoolean();
      customer =
          Customer.who(purchases)
              .by(new RfmPlan(quintiles, window, quintiles ? RfmPlan.DEFAULT.bands() : points))
              .among(quintiles ? points : null);
    }

    RfmQuery query() {
      List<RfmGroup> groups = new ArrayList<>();
      for (RfmGroup group : RfmGroup.values()) {
        if (random.nextInt(6) == 0) {
          groups.add(group);
        }
      }
      return new RfmQuery(
          random.nextBoolean() ? List.of() : groups,
          range("1", "3", "5"),
          range("1", "2", "4"),
          range("1", "2", "4"),
          range("0", "1", "2.5", "3", "6.000001"),
          range("1", "2", "3"),
          range("0", "2.5", "4", "9.5"));
    }

    /** In plain words, without sums kept, searches or sorting. */
    Optional<Rfm> naive(Instant now) {
      Instant last = null;
      int frequency = 0;
      BigDecimal monetary = BigDecimal.ZERO;
      for (Purchase purchase : purchases) {
        if (purchase.at().isAfter(now.minus(window)) && !purchase.at().isAfter(now)) {
          last = last == null || purchase.at().isAfter(last) ? purchase.at() : last;
          frequency++;
          monetary = monetary.add(new BigDecimal(purchase.net()));
        }
      }
      if (frequency == 0) {
        return Optional.empty();
      }
      long age = Duration.between(Objects.requireNonNull(last), now).toMillis();
      long days = age / 86_400_000;
      int r = 6 - score(points.recencyDays(), (double) days);
      int f = score(points.frequency(), frequency);
      int m = score(points.monetary(), monetary.doubleValue());
      return Optional.of(
          new Rfm(
              last,
              days,
              frequency,
              new BigDecimal(monetary.stripTrailingZeros().toPlainString()),
              r,
              f,
              m,
              RfmGroup.of(r, f)));
    }

    private static int score(List<BigDecimal> points, double value) {
      return 1 + (int) points.stream().filter(point -> point.doubleValue() <= value).count();
    }

    private @Nullable Range range(String... bounds) {
      if (random.nextInt(3) > 0) {
        return null;
      }
      BigDecimal bound = new BigDecimal(of(bounds));
      return random.nextBoolean() ? new Range(bound, null) : new Range(null, bound);
    }

    private String of(String... some) {
      return some[random.nextInt(some.length)];
    }
  }
}
