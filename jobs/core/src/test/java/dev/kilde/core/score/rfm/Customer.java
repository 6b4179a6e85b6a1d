package dev.kilde.core.score.rfm;

import static dev.kilde.core.Told.line;

import dev.kilde.core.Told;
import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.score.Facts;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.Terms;
import dev.kilde.core.score.lead.LeadScoring;
import dev.kilde.core.score.mail.MailRatingPlan;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody who buys, to be judged on the terms of a plan. */
record Customer(List<Event> events, RfmPlan plan, @Nullable BreakPoints population) {

  private static final Told ADA = Told.ofEmail("ada@example.com");

  static Customer who(Event... events) {
    return new Customer(Arrays.asList(events), RfmPlan.DEFAULT, null);
  }

  /** One that made these purchases of one piece each. */
  static Customer who(List<Purchase> purchases) {
    List<Event> events = new ArrayList<>();
    for (Purchase purchase : purchases) {
      String id = "r" + events.size();
      events.add(ADA.receipt(id, purchase.at(), id, line("tent", "1", purchase.net())));
    }
    return new Customer(events, RfmPlan.DEFAULT, null);
  }

  record Purchase(Instant at, String net) {}

  /** A purchase of one piece. */
  static Event bought(Instant at, String net) {
    return ADA.receipt(at.toString(), at, at.toString(), line("tent", "1", net));
  }

  Customer by(RfmPlan other) {
    return new Customer(events, other, population);
  }

  Customer among(@Nullable BreakPoints other) {
    return new Customer(events, plan, other);
  }

  Subject subject() {
    Purchases bought = Purchases.NONE;
    for (Event event : events.stream().sorted(CanonicalOrder.OF_EVENTS).toList()) {
      bought = Purchases.FACT.fold(bought, event);
    }
    Purchases purchases = bought;
    return new Subject(
        new Facts() {
          @Override
          @SuppressWarnings("unchecked") // of the fact asked for
          public <F> F get(Fact<F> fact) {
            return fact == Purchases.FACT ? (F) purchases : fact.empty();
          }
        },
        terms(plan, population),
        segment -> Verdict.lasting(false));
  }

  static BreakPoints points(String recencyDays, String frequency, String monetary) {
    return new BreakPoints(numbers(recencyDays), numbers(frequency), numbers(monetary));
  }

  private static List<BigDecimal> numbers(String text) {
    return Stream.of(text.split(" ")).map(BigDecimal::new).toList();
  }

  private static Terms terms(RfmPlan plan, @Nullable BreakPoints population) {
    return new Terms(
        ZoneOffset.UTC,
        Map.of(),
        new LeadScoring(
            Duration.ofDays(7), List.of(), BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE),
        plan,
        new MailRatingPlan(Duration.ofDays(90), Map.of(), List.of()),
        population);
  }
}
