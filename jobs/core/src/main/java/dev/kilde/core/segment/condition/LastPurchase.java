package dev.kilde.core.segment.condition;

import dev.kilde.core.facts.Bought;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Flip;
import dev.kilde.core.verdict.Instants;
import dev.kilde.core.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code lastPurchase: { olderThan, orNever }}: the last counting purchase is so long ago.
 *
 * <pre>
 *   olderThan 60d       bought --- false ---| + 60d --- true ---
 * </pre>
 *
 * <p>One dated ahead is none before its time.
 *
 * @param orNever what is true of whoever has not bought anything
 */
public record LastPurchase(Duration olderThan, boolean orNever) implements Condition {

  private static final Field<Duration> OLDER_THAN =
      Field.required(
          "olderThan", HowOften.BACK, "How long ago at least; exactly so long ago counts.");

  private static final Field<Boolean> OR_NEVER =
      Field.optional(
          "orNever",
          new Shape.Flag(),
          "Whether it is true of those who never bought anything, too; false if left out.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "lastPurchase",
          "True of whoever has not bought anything, online or in a store, for so long.",
          new Shape.Mapping("the last purchase", List.of(OLDER_THAN, OR_NEVER))
              .as(LastPurchase::new));

  private LastPurchase(Arguments given) {
    this(given.need(OLDER_THAN), given.or(OR_NEVER, false));
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    List<Bought> counting = who.buying().counting();
    return Flip.of(now, at -> at(at, counting), truth -> truth);
  }

  /** Asked again when the next purchase dated ahead is due, or the last one is old enough. */
  private Verdict<Boolean> at(Instant now, List<Bought> oldestFirst) {
    Instant next = null;
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      Instant at = oldestFirst.get(i).at();
      if (at.isAfter(now)) {
        next = at;
        continue;
      }
      Instant old = at.plus(olderThan);
      return Instants.isPast(old, now)
          ? new Verdict<>(true, next)
          : new Verdict<>(false, Instants.earliest(next, old));
    }
    return new Verdict<>(orNever, next);
  }

  private static @Nullable Instant last(Subject who, Instant now) {
    List<Bought> oldestFirst = who.buying().counting();
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      if (!oldestFirst.get(i).at().isAfter(now)) {
        return oldestFirst.get(i).at();
      }
    }
    return null;
  }

  @Override
  public Reads reads() {
    return Reads.of(Purchases.FACT);
  }

  @Override
  public String words() {
    return "last purchase "
        + Wording.span(olderThan)
        + " ago or longer"
        + (orNever ? ", or never bought" : "");
  }

  @Override
  public String actual(Subject who, Instant now) {
    Instant last = last(who, now);
    return last == null ? "never bought" : "last bought on " + last;
  }
}
