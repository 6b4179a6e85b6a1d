package dev.kilde.core.segment.condition;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Tracked;
import dev.kilde.core.facts.Visit;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code did: { event, .. }}: did something on the site or in the app so many times.
 *
 * @param event a tracking name of the contract
 * @param goods which it has to concern
 * @param pageType as the shop names it; null: any
 * @param searchTerm upper and lower case alike; null: any
 */
public record Did(
    String event,
    Goods goods,
    @Nullable String pageType,
    @Nullable String searchTerm,
    HowOften often,
    Reads reads)
    implements Condition {

  private static final Field<String> EVENT =
      Field.required("event", new Shape.Word(Tracked.NAMES), "What was done.");

  private static final Field<String> PAGE_TYPE =
      Field.optional(
          "pageType",
          new Shape.Text("shipping"),
          "The type of the page, as the shop names it; any if left out.");

  private static final Field<String> SEARCH_TERM =
      Field.optional(
          "searchTerm",
          new Shape.Text("tent"),
          "What was searched for, upper and lower case alike; any if left out.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "did",
          "True of whoever did something on the site or in the app so many times.",
          new Shape.Mapping(
                  "what was done",
                  List.of(
                      EVENT,
                      Goods.PRODUCT,
                      Goods.CATEGORY,
                      Goods.BRAND,
                      PAGE_TYPE,
                      SEARCH_TERM,
                      HowOften.AT_LEAST,
                      HowOften.AT_MOST,
                      HowOften.WITHIN,
                      HowOften.WINDOW))
              .as(Did::new));

  private Did(Arguments given) {
    this(
        given.need(EVENT),
        Goods.of(given),
        given.get(PAGE_TYPE),
        given.get(SEARCH_TERM),
        HowOften.of(given),
        Reads.ofTracked(given.need(EVENT)));
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return often.judge(who.get(Visits.FACT).all(), Visit::at, this::isMeant, who, now);
  }

  @Override
  public boolean concerns(Event happened) {
    return happened instanceof Tracked tracked && isMeant(Visit.of(tracked));
  }

  private boolean isMeant(Visit visit) {
    return event.equals(visit.name())
        && goods.fit(visit.productId(), visit.category(), visit.brand())
        && (pageType == null || pageType.equals(visit.pageType()))
        && (searchTerm == null || searchTerm.equalsIgnoreCase(visit.searchTerm()));
  }

  /** The same behaviour, so many times and fewer. */
  @Override
  public boolean excludes(Condition other) {
    return other instanceof Did that
        && event.equals(that.event)
        && goods.equals(that.goods)
        && Objects.equals(pageType, that.pageType)
        && Objects.equals(searchTerm, that.searchTerm)
        && often.excludes(that.often);
  }

  @Override
  public String words() {
    return Wording.sentence(
        Wording.spoken(event),
        goods.words(),
        pageType == null ? "" : "page type " + pageType,
        searchTerm == null ? "" : "search term " + searchTerm,
        often.words());
  }

  @Override
  public String actual(Subject who, Instant now) {
    return often.actual(who.get(Visits.FACT).all(), Visit::at, this::isMeant, who, now);
  }
}
