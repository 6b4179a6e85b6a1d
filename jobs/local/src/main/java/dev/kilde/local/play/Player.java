package dev.kilde.local.play;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Plays events into the input topics and tells the time while doing so.
 *
 * <p>A tick goes into every partition of every ticking topic, and only when everything played
 * before it has been acknowledged; it tells the played event time less the lateness that events may
 * have, so that everything that occurred up to then has been written. The last tick is late enough
 * for every document to come out. One thread plays; any thread may ask how far it is.
 */
public final class Player {

  private static final byte[] TICK_KEY = {'t', 'i', 'c', 'k'};

  /** What a last alarm may be beyond the bounds: the job counts in milliseconds, this is plenty. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final Producer<byte[], byte[]> producer;
  private final PlayOptions options;
  private final Pacer pacer;
  private final WireForm wire = new WireForm();
  private final Map<String, Integer> partitions = new LinkedHashMap<>();
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
  private final Map<Topic, Long> sent = Collections.synchronizedMap(new EnumMap<>(Topic.class));

  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong invalid = new AtomicLong();
  private final AtomicLong ticks = new AtomicLong();

  private volatile @Nullable Instant at;
  private volatile boolean finished;

  private @Nullable Instant ticked;
  private Duration tickedAfter = Duration.ZERO;

  private record Failure(String topic, Exception cause) {}

  /**
   * @param producer keeps the order within a partition also when it retries (idempotent); stays
   *     open
   * @param options how to play
   * @param pacer how fast
   */
  public Player(Producer<byte[], byte[]> producer, PlayOptions options, Pacer pacer) {
    this.producer = producer;
    this.options = options;
    this.pacer = pacer;
  }

  /** How far it is; from any thread. */
  public Played progress() {
    synchronized (sent) {
      return new Played(sent, repeated.get(), invalid.get(), ticks.get(), at, finished);
    }
  }

  /**
   * Plays everything and the last tick; when it returns, all of it has been acknowledged.
   *
   * @param events in order of {@link Playable#at}
   * @return what was played
   * @throws IOException if Kafka does not take an event; the message names topic and remedy
   * @throws InterruptedException if the thread is interrupted; what was played stays
   */
  public Played play(Iterator<Playable> events) throws IOException, InterruptedException {
    try {
      findPartitions();
      for (long number = 0; events.hasNext(); number++) {
        Playable item = events.next();
        tickBefore(item.at());
        pacer.await(number);
        send(item);
      }
      tickLast();
      finished = true;
      return progress();
    } catch (UncheckedIOException unreadable) {
      throw new IOException(unreadable.getMessage(), unreadable);
    } catch (InterruptException interrupted) {
      Thread.interrupted(); // told by the exception from here on
      throw new InterruptedException("the play was stopped");
    }
  }

  private void findPartitions() throws IOException {
    for (Topic topic : options.ticking()) {
      String name = options.nameOf(topic);
      try {
        partitions.put(name, producer.partitionsFor(name).size());
      } catch (InterruptException interrupted) {
        throw interrupted;
      } catch (KafkaException cause) {
        throw failed(new Failure(name, cause));
      }
    }
  }

  private void send(Playable item) throws IOException {
    at = item.at();
    String topic = options.nameOf(item.topic());
    if (item instanceof Playable.Event event) {
      byte[] key = EventKey.of(event.event()).getBytes(StandardCharsets.UTF_8);
      write(topic, null, event.occurredAt(), key, wire.encode(event.event()));
      repeated.addAndGet(event.repeated() ? 1 : 0);
    } else if (item instanceof Playable.Invalid line) {
      write(topic, null, line.at(), null, line.bytes());
      invalid.incrementAndGet();
    }
    sent.merge(item.topic(), 1L, Long::sum);
  }

  /**
   * Tells the time if it is time to tell it: up to what has been played, not up to what comes next.
   */
  private void tickBefore(Instant next) throws IOException {
    Instant played = at;
    if (played == null || !next.isAfter(played)) {
      return;
    }
    Instant told = ticked;
    Duration elapsed = pacer.elapsed();
    boolean due =
        told == null
            || elapsed.minus(tickedAfter).compareTo(options.tickEvery()) >= 0
            || Duration.between(told.plus(options.lateness()), played)
                    .compareTo(options.tickEveryPlayed())
                >= 0;
    if (due) {
      tickedAfter = elapsed;
      tick(played.minus(options.lateness()));
    }
  }

  private void tickLast() throws IOException {
    Instant played = at;
    if (played != null) {
      tick(played.plus(options.coalescing()).plus(options.outOfOrderness()).plus(MARGIN));
      flush();
    }
  }

  private void tick(Instant instant) throws IOException {
    flush();
    byte[] value = wire.encode(Tick.newBuilder().setAt(instant).build());
    for (Map.Entry<String, Integer> topic : partitions.entrySet()) {
      for (int partition = 0; partition < topic.getValue(); partition++) {
        write(topic.getKey(), partition, instant, TICK_KEY, value);
      }
    }
    ticked = instant;
    ticks.incrementAndGet();
  }

  private void write(
      String topic, @Nullable Integer partition, Instant time, byte @Nullable [] key, byte[] value)
      throws IOException {
    long timestamp = Math.max(0, time.toEpochMilli());
    try {
      Future<RecordMetadata> unused =
          producer.send(
              new ProducerRecord<>(topic, partition, timestamp, key, value),
              (metadata, exception) -> {
                if (exception != null) {
                  failure.compareAndSet(null, new Failure(topic, exception));
                }
              });
    } catch (InterruptException interrupted) {
      throw interrupted;
    } catch (KafkaException cause) {
      throw failed(new Failure(topic, cause));
    }
    check();
  }

  private void flush() throws IOException {
    producer.flush();
    check();
  }

  private void check() throws IOException {
    Failure first = failure.get();
    if (first != null) {
      throw failed(first);
    }
  }

  private static IOException failed(Failure failure) {
    return new IOException(
        "Kafka did not take what was played into topic "
            + failure.topic()
            + ": "
            + failure.cause().getMessage()
            + "; see that the topic is there and the broker runs",
        failure.cause());
  }
}
