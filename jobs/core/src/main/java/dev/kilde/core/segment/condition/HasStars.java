package dev.kilde.core.segment.condition;

import dev.kilde.core.score.Subject;
import dev.kilde.core.score.mail.MailRatingJudgement;
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
import java.util.Set;

/**
 * {@code mailRating: { atLeast: 4 }}: so loyal a reader; {@code unknown: true} is true of whoever
 * is not rated, too.
 *
 * @param stars without a bound: of nobody who is rated
 * @param unknown whether it is true of whoever is not rated
 */
public record HasStars(Range stars, boolean unknown) implements Condition {

  private static final Shape<Integer> STARS = new Shape.Whole(1, 5);

  private static final Field<Integer> AT_LEAST =
      Field.optional("atLeast", STARS, "The fewest stars; without it there is no bound.");

  private static final Field<Integer> AT_MOST =
      Field.optional("atMost", STARS, "The most stars; without it there is no bound.");

  private static final Field<Boolean> UNKNOWN =
      Field.optional(
          "unknown",
          new Shape.Flag(),
          "Whether it is true of those who are not rated, too; false if left out. Alone, it is true"
              + " of them only.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "mailRating",
          "True of readers with so many stars.",
          new Shape.Mapping("a MailRating", List.of(AT_LEAST, AT_MOST, UNKNOWN)).as(HasStars::new));

  private HasStars(Arguments given) {
    this(range(given), given.or(UNKNOWN, false));
  }

  private static Range range(Arguments given) {
    Integer atLeast = given.get(AT_LEAST);
    Integer atMost = given.get(AT_MOST);
    if (atLeast != null && atMost != null && atMost < atLeast) {
      throw new Mistake(
          "atMost",
          "nothing is at least " + atLeast + " and at most " + atMost,
          "atMost of " + atLeast + " or more");
    }
    if (atLeast == null && atMost == null) {
      if (!given.or(UNKNOWN, false)) {
        throw new Mistake(null, "no stars are asked for", "such as atLeast: 4");
      }
    }
    return Range.of(atLeast, atMost);
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return MailRatingJudgement.JUDGEMENT.compared(who, stars, unknown, now);
  }

  @Override
  public Reads reads() {
    return new Reads(MailRatingJudgement.JUDGEMENT.reads(), Set.of(), Set.of());
  }

  @Override
  public String words() {
    if (stars.atLeast() == null && stars.atMost() == null) {
      return "no MailRating";
    }
    return "a MailRating of " + stars + " stars" + (unknown ? ", or none" : "");
  }

  @Override
  public String actual(Subject who, Instant now) {
    Integer rated = MailRatingJudgement.JUDGEMENT.judge(who, now).value().stars();
    return rated == null ? "not rated" : rated + (rated == 1 ? " star" : " stars");
  }
}
