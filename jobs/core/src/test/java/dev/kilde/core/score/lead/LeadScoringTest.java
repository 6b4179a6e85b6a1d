package dev.kilde.core.score.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.core.facts.Visit;
import dev.kilde.core.score.lead.LeadScoring.LeadRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadScoringTest {

  private static final Instant NOON = Instant.parse("2024-03-01T11:00:00Z");

  /** What the first of its kind is worth where a tenant says nothing. */
  @ParameterizedTest
  @CsvSource({
    "product_viewed,       ,    2.00",
    "category_viewed,      ,    1.00",
    "searched,             ,    1.00",
    "cart_added,           ,   10.00",
    "checkout_started,     ,   15.00",
    "page_viewed, shipping,     5.00",
    "page_viewed, returns,      5.00",
    "page_viewed, warranty,     5.00",
    "page_viewed, home,         0.00",
    "page_viewed,         ,     0.00",
    "signed_in,           ,     0.00"
  })
  void theDefaultPoints(String name, String pageType, BigDecimal points) {
    Shopper ada = new Shopper(LeadScoring.DEFAULT);
    ada.visited(new Visit(NOON, name, pageType, "tent", null, null, null));

    assertThat(ada.scoreAt(NOON).value()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({
    "0,             cold",
    "24.9999999999, cold",
    "25,            warm",
    "49.9999999999, warm",
    "50.0000000000, hot",
    "1000,          hot"
  })
  void atAThresholdOneIsInItsBand(BigDecimal points, String band) {
    assertThat(LeadScoring.DEFAULT.band(points)).isEqualTo(band);
  }

  @ParameterizedTest
  @CsvSource({
    // rule narrowed to          | visit                            |
    "       ,       ,     ,     , home,     ,            ,     ,     true",
    "       ,       ,     ,     , ,         ,            ,     ,     true",
    "returns,       ,     ,     , returns,  ,            ,     ,     true",
    "returns,       ,     ,     , home,     ,            ,     ,     false",
    "returns,       ,     ,     , ,         ,            ,     ,     false",
    "       , a/b,        ,     , ,         a/b,         ,     ,     true",
    "       , a/b,        ,     , ,         a/b/c,       ,     ,     true",
    "       , a/b,        ,     , ,         a/bc,        ,     ,     false",
    "       , a/b,        ,     , ,         a,           ,     ,     false",
    "       , a/b,        ,     , ,         ,            ,     ,     false",
    "       ,       , acme,     , ,         ,        acme,     ,     true",
    "       ,       , acme,     , ,         ,        ecma,     ,     false",
    "       ,       ,     , tent, ,         ,            , tent,     true",
    "       ,       ,     , tent, ,         ,            ,     ,     false",
    "returns, a/b,    acme, tent, returns,  a/b,     acme, tent,     true",
    "returns, a/b,    acme, tent, returns,  a/b,     acme, lamp,     false"
  })
  void aRuleIsNarrowedByAllItNames(
      String page,
      String category,
      String brand,
      String product,
      String visitPage,
      String visitCategory,
      String visitBrand,
      String visitProduct,
      boolean matches) {
    LeadRule rule =
        new LeadRule(
            "r",
            "page_viewed",
            page == null ? List.of() : List.of(page, "other"),
            category,
            brand,
            product,
            BigDecimal.ONE,
            null,
            null);

    assertThat(
            rule.matches(
                new Visit(
                    NOON, "page_viewed", visitPage, visitProduct, visitCategory, visitBrand, null)))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page_viewed", "product_viewed", "custom"})
  void aPageTypeRuleIsAboutAnythingDoneThere(String name) {
    Shopper ada = new Shopper(Shopper.scoring(Shopper.rule("page_type", "5").onPages("returns")));
    ada.visited(new Visit(NOON, name, "returns", null, null, null, null));
    ada.visited(new Visit(NOON, name, "home", null, null, null, null));

    assertThat(ada.scoreAt(NOON).value()).isEqualTo("5.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S", "P36501D"})
  void aHalfLifeThatCannotBeReckonedWithIsRefused(Duration halfLife) {
    assertThatThrownBy(
            () ->
                new LeadScoring(
                    halfLife, List.of(), BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("half-life");
  }

  @Test
  void theDefaultRulesAreToldApartByTheirCodes() {
    assertThat(LeadScoring.DEFAULT.rules())
        .extracting(LeadRule::code)
        .doesNotHaveDuplicates()
        .contains("page_viewed[shipping,returns,warranty]", "mail_clicked");
  }
}
