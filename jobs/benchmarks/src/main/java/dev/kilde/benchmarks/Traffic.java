package dev.kilde.benchmarks;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.TrackingEvent;
import dev.kilde.schemas.record.TrackingName;
import dev.kilde.schemas.record.Trust;
import java.time.Instant;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * Tracking of a shop whose visitors mostly do not say who they are: each event a function of its
 * number.
 *
 * <pre>
 *   visitors, by Zipf's law ─┬─ half: known by nothing but a device
 *                            └─ half: two events in five carry the e-mail address as well
 *   so of all events 80% carry a device only, 30% a device that is known
 * </pre>
 *
 * @param visitors how many there are
 * @param linked whether events that carry an e-mail address carry the device, too; otherwise
 *     nothing is ever linked
 * @param lane of so many sources this one
 * @param lanes sources that share the events
 */
record Traffic(int visitors, boolean linked, int lane, int lanes)
    implements GeneratorFunction<Long, Input> {

  private static final long serialVersionUID = 1;

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  /** Events a second of event time, in all lanes. */
  private static final int RATE = 2_000;

  /** Every so many elements of a lane, one is a tick. */
  private static final int TICK_EVERY = 1_000;

  @Override
  public Input map(Long element) {
    long number = element * lanes + lane;
    Instant at = START.plusMillis(number * 1_000 / RATE);
    if (element % TICK_EVERY == TICK_EVERY - 1) {
      return Input.tick(at);
    }
    return Input.record(Topic.TRACKING, event(number, at), "traffic:" + number);
  }

  private TrackingEvent event(long number, Instant at) {
    long visitor = zipf(mixed(number));
    boolean known = visitor % 2 == 0;
    boolean says = known && mixed(number ^ 0x5DEECE66DL) % 5 < 2;
    Identifiers identifiers = new Identifiers();
    if (says) {
      identifiers.setEmail("visitor-" + visitor + "@mail.example");
    }
    if (!says || linked) {
      identifiers.setDeviceId("device-" + visitor);
    }
    return TrackingEvent.newBuilder()
        .setTenant("shop")
        .setEventId("event-" + number)
        .setOccurredAt(at)
        .setIdentifiers(identifiers)
        .setTrust(Trust.stated)
        .setName(TrackingName.product_viewed)
        .setUrl("https://shop.example/products/product-" + mixed(number) % 20_000)
        .setProductId("product-" + mixed(number) % 20_000)
        .setCategory("outdoor/category-" + mixed(number) % 20_000 % 100)
        .setBrand("Nordisk")
        .build();
  }

  /** About one in the number of the rank: the most frequent visitor comes often. */
  private long zipf(long random) {
    double uniform = (random % 1_000_000 + 0.5) / 1_000_000;
    return (long) Math.pow(visitors, uniform) - 1;
  }

  /** SplitMix64's last step: well spread, and not negative. */
  private static long mixed(long value) {
    long z = value * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return (z ^ (z >>> 31)) >>> 1;
  }
}
