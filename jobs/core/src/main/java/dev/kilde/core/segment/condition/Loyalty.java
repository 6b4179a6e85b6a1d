package dev.kilde.core.segment.condition;

import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code loyalty: { tier, points }}: what a member of the loyalty programme has come to.
 *
 * <p>There are no members yet: until the programme is known as a fact it is false of everybody.
 *
 * @param tier by its id; null: any
 * @param points null: any number
 */
public record Loyalty(@Nullable String tier, @Nullable Range points) implements Condition {

  private static final Field<String> TIER =
      Field.optional("tier", new Shape.Text("gold"), "The tier's id; any if left out.");

  private static final Field<Range> POINTS =
      Field.optional("points", Ranges.SHAPE, "Points of the member; any number if left out.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "loyalty",
          "True of such members of the loyalty programme; of nobody while there are no members.",
          new Shape.Mapping("a loyalty member", List.of(TIER, POINTS)).as(Loyalty::read));

  private static Loyalty read(Arguments given) {
    if (!given.has(TIER) && !given.has(POINTS)) {
      throw new Mistake(null, "nothing is asked of the member", "loyalty: { tier: gold }");
    }
    return new Loyalty(given.get(TIER), given.get(POINTS));
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return Verdict.lasting(false);
  }

  @Override
  public Reads reads() {
    return Reads.NOTHING;
  }

  @Override
  public String words() {
    return Wording.sentence(
        "loyalty member",
        tier == null ? "" : "of tier " + tier,
        points == null ? "" : "with " + points + " points");
  }

  @Override
  public String actual(Subject who, Instant now) {
    return "no member";
  }
}
