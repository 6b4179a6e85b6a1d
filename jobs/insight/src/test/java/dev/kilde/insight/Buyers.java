package dev.kilde.insight;

import dev.kilde.core.score.rfm.Buyer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sample people. */
final class Buyers {

  static final String ACME = "acme";
  static final TenantZones ZONES = TenantZones.of("Europe/Copenhagen", List.of());
  static final ZoneId ZONE = ZONES.usual();

  /** Midnight in Copenhagen. */
  static final Instant MIDNIGHT = Instant.parse("2026-03-01T23:00:00Z");

  static final Instant NEXT = MIDNIGHT.plus(Duration.ofDays(1));

  private Buyers() {}

  static Buyer buyer(String last, int frequency, String monetary) {
    return new Buyer(Instant.parse(last), frequency, new BigDecimal(monetary));
  }

  static String id(int person) {
    return "%032x".formatted(person * 7_919L);
  }

  static BuyerNews news(int person, Instant at, @Nullable Buyer buyer) {
    return new BuyerNews(ACME, id(person), at, buyer);
  }
}
