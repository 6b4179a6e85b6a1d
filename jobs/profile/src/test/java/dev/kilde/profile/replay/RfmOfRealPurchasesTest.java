package dev.kilde.profile.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilde.core.event.Content;
import dev.kilde.core.event.Event;
import dev.kilde.core.facts.Buying;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.score.Facts;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.Terms;
import dev.kilde.core.score.lead.LeadScoring;
import dev.kilde.core.score.mail.MailRatingPlan;
import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.core.score.rfm.Buyer;
import dev.kilde.core.score.rfm.Population;
import dev.kilde.core.score.rfm.RfmJudgement;
import dev.kilde.core.score.rfm.RfmPlan;
import dev.kilde.core.verdict.Verdict;
import dev.kilde.profile.ingest.Events;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.Topic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * RFM on population quintiles of everybody who really bought, against scores made from the raw
 * lines without any of our code: whole numbers only, and every break point times five, which makes
 * it whole.
 */
class RfmOfRealPurchasesTest {

  private static final long MICROS = 1_000_000;

  /** A purchase as its line of the file says: when, in milliseconds, and for how many micros. */
  private record Raw(long at, long micros) {}

  private record Scores(long recencyDays, long frequency, long micros, int r, int f, int m) {}

  @ParameterizedTest
  @CsvSource({"cdnow, 99", "online-retail, 25", "complete-journey, 12"})
  void everybodyOfAnExtractScoresAsByHand(String set, int buyers) throws Exception {
    assertThat(compared(RealPurchases.carried(set))).isEqualTo(buyers);
  }

  @ParameterizedTest
  @CsvSource({"cdnow, 2349", "online-retail, 87", "complete-journey, 2373"})
  void everybodyOfAWholeSetScoresAsByHand(String set, int buyers) throws Exception {
    assertThat(compared(RealPurchases.whole(set))).isEqualTo(buyers);
  }

  /** How many had an RFM at the end of the set; at other instants others are inside the window. */
  private static int compared(RealPurchases set) throws Exception {
    Map<String, List<Raw>> raw = new TreeMap<>();
    for (JsonNode order : set.read("orders")) {
      add(raw, order, order.get("placedAt"));
    }
    for (JsonNode receipt : set.read("receipts")) {
      add(raw, receipt, receipt.get("soldAt"));
    }
    Map<String, Purchases> facts = new TreeMap<>();
    fold(facts, Topic.ORDERS, set);
    fold(facts, Topic.RECEIPTS, set);
    assertThat(facts).hasSameSizeAs(raw);

    Instant first = Instant.ofEpochMilli(times(raw)[0]);
    Instant last = Instant.ofEpochMilli(times(raw)[times(raw).length - 1]);
    Instant amid = first.plus(Duration.between(first, last).dividedBy(2));
    agree(raw, facts, Duration.ofDays(60), amid);
    agree(raw, facts, Duration.ofDays(60), amid.truncatedTo(ChronoUnit.DAYS));
    agree(raw, facts, Duration.ofDays(90), last);
    return agree(raw, facts, Duration.ofDays(730), last.plusMillis(1));
  }

  private static int agree(
      Map<String, List<Raw>> raw, Map<String, Purchases> facts, Duration window, Instant asOf) {
    Map<String, Scores> byHand = scores(raw, window.toMillis(), asOf.toEpochMilli());
    Map<String, Scores> judged = new TreeMap<>();
    BreakPoints population = population(facts, window, asOf);
    facts.forEach(
        (id, purchases) ->
            judged(purchases, window, asOf, population)
                .ifPresent(scores -> judged.put(id, scores)));
    assertThat(judged).containsExactlyInAnyOrderEntriesOf(byHand);
    return judged.size();
  }

  // By hand

  private static void add(Map<String, List<Raw>> raw, JsonNode purchase, JsonNode at) {
    long micros = 0;
    boolean bought = purchase.has("placedAt");
    for (JsonNode line : purchase.get("lines")) {
      micros +=
          new BigDecimal(line.get("amount").asText())
              .setScale(6, RoundingMode.HALF_EVEN)
              .unscaledValue()
              .longValueExact();
      bought |= new BigDecimal(line.get("quantity").asText()).signum() > 0;
    }
    List<Raw> own =
        raw.computeIfAbsent(
            purchase.get("identifiers").elements().next().asText(), id -> new ArrayList<>());
    if (bought && micros > 0) {
      own.add(new Raw(Instant.parse(at.asText()).toEpochMilli(), micros));
    }
  }

  private static long[] times(Map<String, List<Raw>> raw) {
    return raw.values().stream().flatMap(List::stream).mapToLong(Raw::at).sorted().toArray();
  }

  private static Map<String, Scores> scores(Map<String, List<Raw>> raw, long window, long asOf) {
    Map<String, Scores> unscored = new TreeMap<>();
    raw.forEach(
        (id, purchases) -> {
          long last = Long.MIN_VALUE;
          long frequency = 0;
          long micros = 0;
          for (Raw purchase : purchases) {
            if (asOf - window < purchase.at && purchase.at <= asOf) {
              last = Math.max(last, purchase.at);
              frequency++;
              micros += purchase.micros;
            }
          }
          if (frequency > 0) {
            unscored.put(id, new Scores((asOf - last) / 86_400_000, frequency, micros, 0, 0, 0));
          }
        });
    long[] recency = fiveTimesQuintiles(unscored, Scores::recencyDays);
    long[] frequency = fiveTimesQuintiles(unscored, Scores::frequency);
    long[] monetary = fiveTimesQuintiles(unscored, Scores::micros);
    Map<String, Scores> scored = new TreeMap<>();
    unscored.forEach(
        (id, s) ->
            scored.put(
                id,
                new Scores(
                    s.recencyDays,
                    s.frequency,
                    s.micros,
                    6 - score(recency, s.recencyDays),
                    score(frequency, s.frequency),
                    score(monetary, s.micros))));
    return scored;
  }

  private static long[] fiveTimesQuintiles(
      Map<String, Scores> everybody, ToLongFunction<Scores> measure) {
    long[] sorted = everybody.values().stream().mapToLong(measure).sorted().toArray();
    long[] points = new long[4];
    for (int k = 1; k <= 4; k++) {
      int rank = (sorted.length - 1) * k / 5;
      int fifths = (sorted.length - 1) * k % 5;
      long low = sorted[rank];
      long step = fifths == 0 ? 0 : sorted[rank + 1] - low;
      points[k - 1] = 5 * low + fifths * step;
    }
    return points;
  }

  private static int score(long[] fiveTimesPoints, long value) {
    return 1 + (int) Arrays.stream(fiveTimesPoints).filter(point -> point <= 5 * value).count();
  }

  // By the judgement

  private static void fold(Map<String, Purchases> facts, Topic topic, RealPurchases set)
      throws Exception {
    InputDecoder decoder = new InputDecoder();
    for (String line : set.lines(topic.topicName())) {
      byte[] bytes = line.getBytes(UTF_8);
      Event event = Events.of(decoder.json(topic, bytes), Content.of(bytes)).orElseThrow();
      facts.merge(
          event.envelope().identifiers().all().get(0).value(),
          Purchases.FACT.fold(Purchases.NONE, event),
          (before, one) -> Purchases.FACT.fold(before, event));
    }
  }

  /** The exact break points; those of counts may only be lower, and only in money. */
  private static BreakPoints population(
      Map<String, Purchases> facts, Duration window, Instant asOf) {
    List<Buyer> buyers = new ArrayList<>();
    Population counts = new Population();
    facts.forEach(
        (id, purchases) ->
            Buyer.of(Buying.of(purchases, Map.of()), window, asOf)
                .ifPresent(
                    buyer -> {
                      buyers.add(buyer);
                      counts.add(buyer);
                    }));
    BreakPoints exact = Population.exact(buyers, asOf);
    BreakPoints counted = counts.breakPoints(asOf);
    assertThat(counted.frequency()).isEqualTo(exact.frequency());
    if (asOf.equals(asOf.truncatedTo(ChronoUnit.HOURS))) {
      assertThat(counted.recencyDays()).isEqualTo(exact.recencyDays());
    }
    for (int i = 0; i < 4; i++) {
      BigDecimal right = exact.monetary().get(i);
      assertThat(counted.monetary().get(i))
          .isBetween(right.multiply(new BigDecimal("0.99")), right);
    }
    return exact;
  }

  private static Optional<Scores> judged(
      Purchases purchases, Duration window, Instant asOf, BreakPoints population) {
    Terms terms =
        new Terms(
            ZoneOffset.UTC,
            Map.of(),
            new LeadScoring(
                Duration.ofDays(7), List.of(), BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE),
            new RfmPlan(true, window, RfmPlan.DEFAULT.bands()),
            new MailRatingPlan(Duration.ofDays(90), Map.of(), List.of()),
            population);
    Subject who = new Subject(onlyOf(purchases), terms, segment -> Verdict.lasting(false));
    return RfmJudgement.JUDGEMENT
        .judge(who, asOf)
        .value()
        .map(
            rfm ->
                new Scores(
                    rfm.recencyDays(),
                    rfm.frequency(),
                    rfm.monetary().multiply(BigDecimal.valueOf(MICROS)).longValueExact(),
                    rfm.r(),
                    rfm.f(),
                    rfm.m()));
  }

  private static Facts onlyOf(Purchases purchases) {
    return new Facts() {
      @Override
      @SuppressWarnings("unchecked") // of the fact asked for
      public <F> F get(Fact<F> fact) {
        return fact == Purchases.FACT ? (F) purchases : fact.empty();
      }
    };
  }
}
