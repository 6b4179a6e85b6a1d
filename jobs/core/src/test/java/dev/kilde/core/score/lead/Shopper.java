package dev.kilde.core.score.lead;

import dev.kilde.core.Told;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Engagement.Response;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Visit;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.score.Facts;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.Terms;
import dev.kilde.core.score.mail.MailRatingPlan;
import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.core.score.rfm.RfmPlan;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody to be scored: what was done, clicked and bought, told in any order. */
final class Shopper {

  static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

  private static final List<BigDecimal> FOUR =
      List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);

  final LeadScoring scoring;
  final List<Visit> visits = new ArrayList<>();
  final List<Response> responses = new ArrayList<>();
  final List<Instant> purchases = new ArrayList<>();
  private Purchases bought = Purchases.NONE;

  Shopper(LeadScoring scoring) {
    this.scoring = scoring;
  }

  Shopper did(String name, Instant at) {
    return visited(new Visit(at, name, null, null, null, null, null));
  }

  Shopper viewed(String product, Instant at) {
    return visited(new Visit(at, "product_viewed", null, product, null, null, null));
  }

  Shopper visited(Visit visit) {
    visits.add(visit);
    visits.sort(Comparator.comparing(Visit::at));
    return this;
  }

  Shopper engaged(String channel, EngagementKind kind, Instant at) {
    responses.add(new Response(at, channel, kind, null));
    responses.sort(Comparator.comparing(Response::at));
    return this;
  }

  Shopper clicked(Instant at) {
    return engaged("email", EngagementKind.CLICKED, at);
  }

  Shopper bought(Instant at) {
    purchases.add(at);
    return ordered(at, OrderStatus.PLACED);
  }

  /** An order with some status; only a valid one counts. */
  Shopper ordered(Instant at, OrderStatus status) {
    String id = "order-" + bought.byKey().size();
    Told told = Told.ofEmail("ada@example.com");
    bought =
        Purchases.FACT.fold(bought, told.order(id, at, id, status, Told.line("tent", "1", "10")));
    return this;
  }

  Subject subject() {
    Visits allVisits = new Visits(List.copyOf(visits));
    Engagement engagement = new Engagement(List.copyOf(responses), java.util.Set.of());
    Map<Fact<?>, Object> known =
        Map.of(Visits.FACT, allVisits, Engagement.FACT, engagement, Purchases.FACT, bought);
    return new Subject(new Known(known), terms(), segment -> Verdict.lasting(false));
  }

  LeadScore scoreAt(Instant now) {
    return judgeAt(now).value();
  }

  Verdict<LeadScore> judgeAt(Instant now) {
    return LeadScoreJudgement.JUDGEMENT.judge(subject(), now);
  }

  private record Known(Map<Fact<?>, Object> known) implements Facts {
    @Override
    @SuppressWarnings("unchecked") // a fact is put under itself
    public <F> F get(Fact<F> fact) {
      Object value = known.get(fact);
      return value == null ? fact.empty() : (F) value;
    }
  }

  private Terms terms() {
    return new Terms(
        COPENHAGEN,
        Map.of(),
        scoring,
        new RfmPlan(false, Duration.ofDays(730), new BreakPoints(FOUR, FOUR, FOUR)),
        new MailRatingPlan(Duration.ofDays(90), Map.of(), FOUR),
        null);
  }

  /** The default with other rules. */
  static LeadScoring scoring(LeadScoring.LeadRule... rules) {
    LeadScoring usual = LeadScoring.DEFAULT;
    return new LeadScoring(
        usual.halfLife(), List.of(rules), usual.warm(), usual.hot(), usual.purchaseKeeps());
  }

  /** So many points for anything tracked under a name, without a cap. */
  static LeadScoring.LeadRule rule(String on, String points) {
    return rule(on, points, null, null);
  }

  static LeadScoring.LeadRule rule(
      String on, String points, @Nullable String repeatPoints, @Nullable String dailyCap) {
    return new LeadScoring.LeadRule(
        on,
        on,
        List.of(),
        null,
        null,
        null,
        new BigDecimal(points),
        repeatPoints == null ? null : new BigDecimal(repeatPoints),
        dailyCap == null ? null : new BigDecimal(dailyCap));
  }
}
