package dev.kilde.core.score.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kilde.core.score.lead.LeadScoring.LeadRule;
import dev.kilde.core.shape.Mistake;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadScoringShapeTest {

  @Test
  void whereNothingIsSaidTheDefaultHolds() {
    assertThat(read(Map.of())).isEqualTo(LeadScoring.DEFAULT);
  }

  @Test
  void everyPartIsRead() {
    LeadScoring read =
        read(
            Map.of(
                "halfLife",
                "P3D",
                "rules",
                List.of(
                    rule("product_viewed", "points", "2", "repeatPoints", "4", "dailyCap", "20"),
                    Map.of(
                        "on",
                        "page_viewed",
                        "pageType",
                        List.of("shipping", "returns"),
                        "category",
                        "tents/family",
                        "brand",
                        "Acme",
                        "product",
                        "t-1",
                        "points",
                        "5")),
                "thresholds",
                Map.of("warm", "10", "hot", "20"),
                "purchaseKeeps",
                "0.5"));

    assertThat(read)
        .isEqualTo(
            new LeadScoring(
                Duration.ofDays(3),
                List.of(
                    Shopper.rule("product_viewed", "2", "4", "20"),
                    new LeadRule(
                        "page_viewed[shipping,returns,category:tents/family,brand:Acme,product:t-1]",
                        "page_viewed",
                        List.of("shipping", "returns"),
                        "tents/family",
                        "Acme",
                        "t-1",
                        BigDecimal.valueOf(5),
                        null,
                        null)),
                BigDecimal.TEN,
                BigDecimal.valueOf(20),
                new BigDecimal("0.5")));
  }

  @Test
  void theDefaultRulesAreThoseOneWouldWrite() {
    LeadScoring written =
        read(
            Map.of(
                "rules",
                List.of(
                    rule("product_viewed", "points", "2", "repeatPoints", "4", "dailyCap", "20"),
                    rule("category_viewed", "points", "1", "dailyCap", "10"),
                    rule("searched", "points", "1", "dailyCap", "10"),
                    rule("mail_clicked", "points", "5", "dailyCap", "15"),
                    rule("cart_added", "points", "10", "dailyCap", "30"),
                    rule("checkout_started", "points", "15", "dailyCap", "30"),
                    Map.of(
                        "on",
                        "page_viewed",
                        "pageType",
                        List.of("shipping", "returns", "warranty"),
                        "points",
                        "5",
                        "dailyCap",
                        "10"))));

    assertThat(written).isEqualTo(LeadScoring.DEFAULT);
  }

  @Test
  void onePageTypeMayStandAlone() {
    assertThat(read(rules(rule("page_type", "pageType", "returns", "points", "1"))).rules())
        .containsExactly(Shopper.rule("page_type", "1").onPages("returns"));
  }

  @Test
  void rulesOfOneCodeAreToldApart() {
    assertThat(
            read(rules(rule("searched", "points", "1"), rule("searched", "points", "2"))).rules())
        .extracting(LeadRule::code)
        .containsExactly("searched", "searched#2");
  }

  @ParameterizedTest
  @CsvSource({
    // thresholds | under | what is wrong
    "30, 20,        hot,    'hot begins at 20, below warm at 30'",
    "  , 20,        hot,    'hot begins at 20, below warm at 25'",
    "60,   ,        warm,   'hot begins at 50, below warm at 60'"
  })
  void hotDoesNotBeginBelowWarm(String warm, String hot, String field, String what) {
    Map<String, Object> thresholds = new TreeMap<>();
    if (warm != null) {
      thresholds.put("warm", warm);
    }
    if (hot != null) {
      thresholds.put("hot", hot);
    }

    Mistake mistake = mistake(Map.of("thresholds", thresholds));

    assertThat(mistake.field()).isEqualTo(field);
    assertThat(mistake).hasMessage(what);
  }

  @Test
  void bandsMayBeginAtTheSamePoints() {
    assertThat(read(Map.of("thresholds", Map.of("warm", "50"))).warm()).isEqualTo("50");
  }

  @ParameterizedTest
  @CsvSource({
    // rule                                  | under
    "'searched points 5 dailyCap 4.9',         dailyCap",
    "'page_type points 5',                     on",
    "'mail_clicked points 5 pageType home',    pageType",
    "'mail_clicked points 5 category tents',   category",
    "'mail_clicked points 5 brand Acme',       brand",
    "'mail_clicked points 5 product tent',     product",
    "'mail_clicked points 5 repeatPoints 2',   repeatPoints"
  })
  void aRuleThatCannotMeanAnythingIsAMistake(String rule, String field) {
    List<String> words = List.of(rule.split(" "));
    String[] rest = words.subList(1, words.size()).toArray(new String[0]);

    assertThat(mistake(rules(rule(words.get(0), rest))).field()).isEqualTo(field);
  }

  @Test
  void aCapOfOneTimeIsNoMistake() {
    assertThat(read(rules(rule("searched", "points", "5", "dailyCap", "5"))).rules()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "product_view points 1", // not a tracking name
        "searched points 0",
        "searched points -1",
        "searched points 1 repeatPoints -1",
        "searched points 1 dailycap 2",
        "searched"
      })
  void whatDoesNotHaveTheShapeIsNotRead(String rule) {
    List<String> words = List.of(rule.split(" "));
    String[] rest = words.subList(1, words.size()).toArray(new String[0]);

    assertThatThrownBy(() -> read(rules(rule(words.get(0), rest))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LeadScoring read(Map<String, ?> value) {
    return AsRead.as(LeadScoringShape.SHAPE, value);
  }

  private static Mistake mistake(Map<String, ?> value) {
    return catchThrowableOfType(Mistake.class, () -> read(value));
  }

  private static Map<String, Object> rules(Map<?, ?>... rules) {
    return Map.of("rules", List.of(rules));
  }

  private static Map<String, Object> rule(String on, String... rest) {
    Map<String, Object> rule = new TreeMap<>();
    rule.put("on", on);
    for (int i = 0; i < rest.length; i += 2) {
      rule.put(rest[i], rest[i + 1]);
    }
    return rule;
  }
}
