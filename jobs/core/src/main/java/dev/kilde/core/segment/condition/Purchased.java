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
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code purchased: { .. }}: so many counting purchases satisfy every part that is given.
 *
 * <p>One dated ahead counts from its time on.
 *
 * @param channel {@code online}, {@code store} or {@code any}
 * @param total of a purchase after all returns, in the tenant's currency; null: any
 * @param line of which one at least there has to be; null: none
 */
public record Purchased(
    String channel, @Nullable Range total, @Nullable LineMatch line, HowOften often)
    implements Condition {

  private static final Field<String> CHANNEL =
      Field.optional(
          "channel",
          new Shape.Word(List.of("online", "store", "any")),
          "Where it was bought; any if left out.");

  private static final Field<Range> TOTAL =
      Field.optional(
          "total",
          Ranges.SHAPE,
          "What a purchase comes to after returns, in the tenant's currency; any if left out.");

  private static final Field<LineMatch> LINE =
      Field.optional(
          "line",
          LineMatch.SHAPE,
          "What one and the same line has to be, all parts together; nothing if left out.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "purchased",
          "True of whoever made so many purchases, online or in a store, that are neither"
              + " cancelled, rejected nor wholly returned.",
          new Shape.Mapping(
                  "purchases",
                  List.of(
                      CHANNEL,
                      HowOften.AT_LEAST,
                      HowOften.AT_MOST,
                      HowOften.WITHIN,
                      HowOften.OLDER_THAN,
                      TOTAL,
                      LINE))
              .as(Purchased::new));

  private Purchased(Arguments given) {
    this(given.or(CHANNEL, "any"), given.get(TOTAL), given.get(LINE), HowOften.of(given));
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return often.judge(times(who), who, now);
  }

  private List<Instant> times(Subject who) {
    List<Instant> times = new ArrayList<>();
    for (Bought bought : who.buying().counting()) {
      if (isMeant(bought)) {
        times.add(bought.at());
      }
    }
    return times;
  }

  private boolean isMeant(Bought bought) {
    LineMatch match = line;
    return (channel.equals("any") || channel.equals("online") == bought.online())
        && (total == null || total.holds(bought.net()))
        && (match == null || bought.lines().stream().anyMatch(match::fits));
  }

  @Override
  public Reads reads() {
    return Reads.of(Purchases.FACT);
  }

  /** The same purchases, so many and fewer. */
  @Override
  public boolean excludes(Condition other) {
    return other instanceof Purchased that
        && channel.equals(that.channel)
        && Objects.equals(total, that.total)
        && Objects.equals(line, that.line)
        && often.excludes(that.often);
  }

  @Override
  public String words() {
    return Wording.sentence(
        "bought",
        line == null ? "" : line.words(),
        channel.equals("any") ? "" : channel.equals("online") ? "online" : "in a store",
        total == null ? "" : "for a total of " + total,
        often.words());
  }

  @Override
  public String actual(Subject who, Instant now) {
    return often.actual(times(who), who, now);
  }
}
