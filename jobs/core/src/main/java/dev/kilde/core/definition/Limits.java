package dev.kilde.core.definition;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What holds for everything a tenant sends and counts: {@code limits.yaml}.
 *
 * @param caps each holds by itself; empty: no caps
 * @param quietHours null: none
 * @param timeZone of calendar days and of recipients whose own is not known
 * @param defaultCountry ISO 3166, two letters; of phone numbers without a country code
 * @param currency ISO 4217; the one amounts are told in
 * @param rates what one unit of a currency is worth in {@code currency}; a currency without a rate
 *     is added at face value; sorted by currency
 * @param retention null: not set here, so that whoever runs the job decides; a null part of it: as
 *     if not set
 */
public record Limits(
    List<Cap> caps,
    @Nullable QuietHours quietHours,
    ZoneId timeZone,
    String defaultCountry,
    String currency,
    Map<String, BigDecimal> rates,
    @Nullable Retention retention) {

  /**
   * Built in: one marketing message in 24 h and three in 7 days over all channels, no quiet hours,
   * Denmark.
   */
  public static final Limits DEFAULT =
      new Limits(
          List.of(
              new Cap(null, MessageClass.MARKETING, 1, Duration.ofHours(24)),
              new Cap(null, MessageClass.MARKETING, 3, Duration.ofDays(7))),
          null,
          ZoneId.of("Europe/Copenhagen"),
          "DK",
          "DKK",
          Map.of(),
          null);

  public Limits {
    caps = List.copyOf(caps);
    rates = Collections.unmodifiableMap(new TreeMap<>(rates));
  }

  /**
   * How long to keep what, part by part: as set here, else as given. A replay gives {@link
   * Retention#FOREVER}, a job its options.
   */
  public Retention retentionOr(Retention otherwise) {
    if (retention == null) {
      return otherwise;
    }
    return new Retention(
        retention.behaviour() == null ? otherwise.behaviour() : retention.behaviour(),
        retention.purchases() == null ? otherwise.purchases() : retention.purchases());
  }
}
