package dev.kilde.core.segment.condition;

import dev.kilde.core.facts.Purchases;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.rfm.Rfm;
import dev.kilde.core.score.rfm.RfmGroup;
import dev.kilde.core.score.rfm.RfmJudgement;
import dev.kilde.core.score.rfm.RfmQuery;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code rfm: { group: [champions], recencyDays: { atMost: 30 } }}: all of it holds of somebody
 * with a counting purchase in the window; of nobody else.
 */
public record HasRfm(RfmQuery query) implements Condition {

  private static final Field<List<String>> GROUP =
      Field.optional(
          "group",
          new Shape.OneOrMore<>(
              new Shape.Word(Arrays.stream(RfmGroup.values()).map(RfmGroup::id).toList())),
          "The groups of which it may be any; without it any group.");

  private static final Field<Range> R = range("r", "Score of recency, 1 to 5, 5 is best.");
  private static final Field<Range> F = range("f", "Score of frequency, 1 to 5, 5 is best.");
  private static final Field<Range> M = range("m", "Score of what was spent, 1 to 5, 5 is best.");

  private static final Field<Range> RECENCY_DAYS =
      range("recencyDays", "Whole days since the last purchase.");

  private static final Field<Range> FREQUENCY = range("frequency", "Number of purchases.");

  private static final Field<Range> MONETARY =
      range("monetary", "What they come to after returns, in the tenant's currency.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "rfm",
          "True of whoever bought within the window of scoring.yaml, as recently, as often and for"
              + " as much as is said.",
          new Shape.Mapping(
                  "what is asked of RFM",
                  List.of(GROUP, R, F, M, RECENCY_DAYS, FREQUENCY, MONETARY))
              .as(HasRfm::new));

  private HasRfm(Arguments given) {
    this(query(given));
  }

  private static RfmQuery query(Arguments given) {
    RfmQuery query =
        new RfmQuery(
            given.or(GROUP, List.of()).stream().map(HasRfm::group).toList(),
            given.get(R),
            given.get(F),
            given.get(M),
            given.get(RECENCY_DAYS),
            given.get(FREQUENCY),
            given.get(MONETARY));
    if (words(query).isEmpty()) {
      throw new Mistake(null, "nothing is asked of rfm", "such as group: [champions]");
    }
    return query;
  }

  private static Field<Range> range(String name, String doc) {
    return Field.optional(name, Ranges.SHAPE, doc);
  }

  private static RfmGroup group(String id) {
    return Arrays.stream(RfmGroup.values())
        .filter(group -> group.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return query.judge(who, now);
  }

  @Override
  public Reads reads() {
    return Reads.of(Purchases.FACT);
  }

  @Override
  public String words() {
    return "RFM with " + String.join(" and ", words(query));
  }

  private static List<String> words(RfmQuery query) {
    List<String> words = new ArrayList<>();
    if (!query.groups().isEmpty()) {
      words.add("group " + String.join(" or ", query.groups().stream().map(RfmGroup::id).toList()));
    }
    add(words, "r", query.r());
    add(words, "f", query.f());
    add(words, "m", query.m());
    add(words, "days since the last purchase", query.recencyDays());
    add(words, "purchases", query.frequency());
    add(words, "spent", query.monetary());
    return words;
  }

  private static void add(List<String> words, String what, @Nullable Range range) {
    if (range != null) {
      words.add(what + " " + range);
    }
  }

  @Override
  public String actual(Subject who, Instant now) {
    return RfmJudgement.JUDGEMENT
        .judge(who, now)
        .value()
        .map(HasRfm::told)
        .orElse("no counting purchase in the window");
  }

  private static String told(Rfm rfm) {
    return rfm.group().id()
        + ": "
        + rfm.recencyDays()
        + " days (r "
        + rfm.r()
        + "), "
        + rfm.frequency()
        + " purchases (f "
        + rfm.f()
        + "), "
        + rfm.monetary().toPlainString()
        + " (m "
        + rfm.m()
        + ")";
  }
}
