package dev.kilde.local.shop;

import java.time.Duration;
import java.time.Instant;

/**
 * What decides a sample shop: the same options give the same events, byte for byte.
 *
 * @param tenant the shop's name in every record; never empty
 * @param seed what all chance comes from
 * @param people how many people the shop knows, anonymous visitors included; at least 1
 * @param start the first instant of the shop
 * @param days how many days of 24 hours it is open; 1 to 3,660
 */
public record ShopOptions(String tenant, long seed, int people, Instant start, int days) {

  private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2085-01-01T00:00:00Z");

  /** Two thousand people in the spring of 2026, a change of the clocks included. */
  public static final ShopOptions DEFAULT =
      new ShopOptions("fjeldrev", 1, 2_000, Instant.parse("2026-03-01T23:00:00Z"), 60);

  /**
   * @throws IllegalArgumentException if a value is outside its range; the message names it
   */
  public ShopOptions {
    if (tenant.isBlank()) {
      throw new IllegalArgumentException("tenant is empty; give the shop a name");
    }
    if (people < 1 || people > 10_000_000) {
      throw new IllegalArgumentException("people is " + people + "; give 1 to 10000000");
    }
    if (days < 1 || days > 3_660) {
      throw new IllegalArgumentException("days is " + days + "; give 1 to 3660");
    }
    if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
      throw new IllegalArgumentException("start is " + start + "; give a year from 1971 to 2084");
    }
  }

  /** The first instant after the shop's last. */
  public Instant end() {
    return start.plus(Duration.ofDays(days));
  }

  /** The same shop with another seed. */
  public ShopOptions withSeed(long other) {
    return new ShopOptions(tenant, other, people, start, days);
  }

  /** The same shop with another number of people; those in both live the same lives. */
  public ShopOptions withPeople(int other) {
    return new ShopOptions(tenant, seed, other, start, days);
  }

  /** The same shop, open for another number of days. */
  public ShopOptions withDays(int other) {
    return new ShopOptions(tenant, seed, people, start, other);
  }

  /** The same shop under another name. */
  public ShopOptions withTenant(String other) {
    return new ShopOptions(other, seed, people, start, days);
  }

  /** The same shop at another time. */
  public ShopOptions withStart(Instant other) {
    return new ShopOptions(tenant, seed, people, other, days);
  }
}
