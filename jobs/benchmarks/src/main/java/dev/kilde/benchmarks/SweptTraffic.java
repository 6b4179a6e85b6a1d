package dev.kilde.benchmarks;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.TrackingEvent;
import dev.kilde.schemas.record.TrackingName;
import dev.kilde.schemas.record.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * A shop that is known, a pause, a new segment, and visits that go on at their own pace.
 *
 * <pre>
 *   everybody's view, as fast as it goes │ pause, ticks │ definition, so many events a second
 *   event time an hour behind            │ event time is the wall clock's
 * </pre>
 *
 * @param people each has viewed one product, half of them the one the segment asks for
 * @param pause in milliseconds, in which everybody's document is told
 * @param rate events a second and lane after that
 * @param lane of so many sources this one; the first tells the definition
 * @param lanes sources that share the people
 */
record SweptTraffic(int people, int pause, int rate, int lane, int lanes)
    implements GeneratorFunction<Long, Input> {

  private static final long serialVersionUID = 1;

  private static final int TICK_EVERY = 20;

  /** Ticks of the pause, a tenth of a second apart. */
  long paused() {
    return pause / 100;
  }

  /** Elements in all. */
  long elements(Duration traffic) {
    return people / lanes + paused() + 1 + traffic.toSeconds() * rate;
  }

  @Override
  public Input map(Long element) {
    long first = people / lanes;
    long number = element * lanes + lane;
    if (element < first) {
      Instant at = Instant.now().minusSeconds(3_600);
      return element % 1_000 == 999 ? Input.tick(at) : view(number, at);
    }
    if (element < first + paused()) {
      LockSupport.parkNanos(100_000_000L);
      return Input.tick(Instant.now());
    }
    if (element == first + paused()) {
      return lane == 0 ? definition(Instant.now()) : Input.tick(Instant.now());
    }
    LockSupport.parkNanos(1_000_000_000L / rate);
    Instant now = Instant.now();
    return element % TICK_EVERY == 0 ? Input.tick(now) : view(number * 7_919 % people, now);
  }

  private static Input view(long person, Instant at) {
    return Input.record(
        Topic.TRACKING,
        TrackingEvent.newBuilder()
            .setTenant("shop")
            .setEventId("view-" + person + "-" + at.toEpochMilli())
            .setOccurredAt(at)
            .setIdentifiers(new Identifiers(null, person + "@mail.example", null, null, null, null))
            .setTrust(Trust.stated)
            .setName(TrackingName.product_viewed)
            .setProductId(person % 2 == 0 ? "tent" : "lamp")
            .build(),
        "traffic:" + person);
  }

  private static Input definition(Instant at) {
    String yaml =
        Objects.requireNonNull(
            Segments.update("shop", "swept", "did: { event: product_viewed, product: tent }", at)
                .text());
    return Input.record(
        Topic.DEFINITIONS,
        Definition.newBuilder()
            .setTenant("shop")
            .setEventId("definition")
            .setOccurredAt(at)
            .setKind("segment")
            .setId("swept")
            .setVersion(1)
            .setYaml(yaml)
            .build(),
        "traffic:definition");
  }
}
