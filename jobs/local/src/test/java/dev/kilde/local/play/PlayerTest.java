package dev.kilde.local.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.local.shop.SampleShop;
import dev.kilde.local.shop.ShopOptions;
import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class PlayerTest {

  private static final ShopOptions SHOP = ShopOptions.DEFAULT.withPeople(40).withDays(10);
  private static final int PARTITIONS = 3;
  private static final PlayOptions OPTIONS =
      PlayOptions.DEFAULT
          .withTopicPrefix("demo-")
          .withBounds(Duration.ofSeconds(7), Duration.ofSeconds(20));

  private final WireForm wire = new WireForm();
  private final AtomicLong clock = new AtomicLong();
  private final MockProducer<byte[], byte[]> kafka = kafka(true);

  @Test
  void every_event_arrives_in_wire_form_with_its_key_and_its_own_time() throws Exception {
    Played played = player(OPTIONS, 0).play(shop());
    List<ProducerRecord<byte[], byte[]>> records = events();
    int index = 0;
    for (var expected : new SampleShop(SHOP)) {
      ProducerRecord<byte[], byte[]> record = records.get(index++);
      assertThat(record.topic()).isEqualTo("demo-" + expected.topic().topicName());
      assertThat(record.timestamp()).isEqualTo(expected.occurredAt().toEpochMilli());
      assertThat(new String(record.key(), StandardCharsets.UTF_8))
          .isEqualTo(EventKey.of(expected.event()));
      assertThat(record.partition()).isNull();
      assertThat(record.value()).isEqualTo(wire.encode(expected.event()));
    }
    assertThat(records).hasSize(index);
    assertThat(played.total()).isEqualTo(index);
    assertThat(played.finished()).isTrue();
    assertThat(played.invalid()).isZero();
    assertThat(played.repeated()).isZero();
  }

  @Test
  void a_tick_goes_into_every_partition_of_every_input_topic() throws Exception {
    Played played = player(OPTIONS, 0).play(shop());
    Map<Instant, Set<String>> places = new HashMap<>();
    for (ProducerRecord<byte[], byte[]> record : ticks()) {
      assertThat(places.computeIfAbsent(instant(record), key -> new HashSet<>()))
          .doesNotContain(record.topic() + "/" + record.partition());
      places.get(instant(record)).add(record.topic() + "/" + record.partition());
    }
    assertThat(places.values()).allMatch(set -> set.size() == PARTITIONS * Topic.inputs().size());
    assertThat((long) places.size()).isEqualTo(played.ticks()).isGreaterThan(20);
  }

  @Test
  void a_tick_never_promises_what_is_still_to_come() throws Exception {
    Iterator<Playable> disorder = new Disorder(shop(), 5);
    Played played =
        player(OPTIONS.withTicks(Duration.ofSeconds(1), Duration.ofMinutes(1)), 0).play(disorder);
    assertThat(played.repeated()).isPositive();
    Instant promised = Instant.MIN;
    for (ProducerRecord<byte[], byte[]> record : kafka.history()) {
      SpecificRecord value = decoded(record);
      if (value instanceof Tick tick) {
        assertThat(tick.getAt()).isAfterOrEqualTo(promised);
        promised = tick.getAt();
      } else {
        assertThat(Envelopes.occurredAt(value)).isAfter(promised);
      }
    }
  }

  @Test
  void the_last_tick_lets_every_document_out() throws Exception {
    player(OPTIONS, 0).play(shop());
    Instant last = null;
    for (var event : new SampleShop(SHOP)) {
      last = event.occurredAt();
    }
    List<ProducerRecord<byte[], byte[]>> ticks = ticks();
    assertThat(instant(ticks.get(ticks.size() - 1))).isAfter(last.plusSeconds(7 + 20));
    assertThat(decoded(kafka.history().get(kafka.history().size() - 1))).isInstanceOf(Tick.class);
  }

  @Test
  void time_is_told_each_second_of_wall_time() throws Exception {
    PlayOptions seldom = OPTIONS.withTicks(Duration.ofSeconds(1), Duration.ofDays(3650));
    Played played = player(seldom, 20).play(shop());
    long seconds = Duration.ofNanos(clock.get()).toSeconds();
    assertThat(seconds).isGreaterThan(10);
    assertThat(played.ticks()).isBetween(seconds - 2, seconds + 3);
  }

  @Test
  void a_tick_waits_until_all_before_it_is_acknowledged() throws Exception {
    MockProducer<byte[], byte[]> watched =
        new MockProducer<>(cluster(), false, new RoundRobinPartitioner(), bytes(), bytes()) {
          private int sent;
          private int acknowledged;

          @Override
          public synchronized Future<RecordMetadata> send(
              ProducerRecord<byte[], byte[]> record, Callback callback) {
            if (decoded(record) instanceof Tick) {
              assertThat(acknowledged).isEqualTo(sent);
            } else {
              sent++;
            }
            return super.send(record, callback);
          }

          @Override
          public synchronized void flush() {
            acknowledged = sent;
            super.flush();
          }
        };
    new Player(watched, OPTIONS, Pacer.atRate(0)).play(shop());
    assertThat(watched.history()).anyMatch(record -> decoded(record) instanceof Tick);
  }

  @Test
  void invalid_lines_go_out_as_they_are_and_count() throws Exception {
    byte[] garbage = {'{', 0, (byte) 0xff};
    Iterator<Playable> one =
        Stream.<Playable>of(new Playable.Invalid(Topic.ORDERS, SHOP.start(), garbage)).iterator();
    Played played = player(OPTIONS, 0).play(one);
    ProducerRecord<byte[], byte[]> sent = kafka.history().get(0);
    assertThat(sent.topic()).isEqualTo("demo-orders");
    assertThat(sent.value()).isEqualTo(garbage);
    assertThat(sent.key()).isNull();
    assertThat(played.sent()).isEqualTo(Map.of(Topic.ORDERS, 1L));
    assertThat(played.invalid()).isEqualTo(1);
    assertThat(played.at()).isEqualTo(SHOP.start());
  }

  @Test
  void what_kafka_refuses_ends_the_play_with_the_topics_name() {
    kafka.sendException = new RecordTooLargeException("too large");
    assertThatThrownBy(() -> player(OPTIONS, 0).play(shop()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("demo-products")
        .hasMessageContaining("too large");
  }

  @Test
  void what_kafka_refuses_later_ends_the_play_before_the_next_tick() {
    MockProducer<byte[], byte[]> late =
        new MockProducer<>(cluster(), false, new RoundRobinPartitioner(), bytes(), bytes()) {
          @Override
          public synchronized void flush() {
            while (errorNext(new RecordTooLargeException("refused late"))) {
              // every record is refused
            }
          }
        };
    assertThatThrownBy(() -> new Player(late, OPTIONS, Pacer.atRate(0)).play(shop()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused late");
    assertThat(late.history()).noneMatch(record -> decoded(record) instanceof Tick);
  }

  @Test
  void the_same_play_is_the_same_records() throws Exception {
    player(OPTIONS, 0).play(new Disorder(shop(), 5));
    List<String> once = described();
    kafka.clear();
    player(OPTIONS, 0).play(new Disorder(shop(), 5));
    assertThat(described()).isEqualTo(once);
  }

  private Player player(PlayOptions options, double rate) {
    return new Player(kafka, options, Pacer.atRate(rate, clock::get, clock::addAndGet));
  }

  private static Iterator<Playable> shop() {
    return Playable.of(new SampleShop(SHOP).iterator());
  }

  private List<ProducerRecord<byte[], byte[]>> events() {
    return kafka.history().stream().filter(r -> !(decoded(r) instanceof Tick)).toList();
  }

  private List<ProducerRecord<byte[], byte[]>> ticks() {
    return kafka.history().stream().filter(r -> decoded(r) instanceof Tick).toList();
  }

  private Instant instant(ProducerRecord<byte[], byte[]> tick) {
    return ((Tick) decoded(tick)).getAt();
  }

  private List<String> described() {
    return kafka.history().stream()
        .map(
            record ->
                record.topic()
                    + record.partition()
                    + record.timestamp()
                    + HexFormat.of().formatHex(record.value()))
        .toList();
  }

  private SpecificRecord decoded(ProducerRecord<byte[], byte[]> record) {
    try {
      Topic topic = Topic.named(record.topic().substring("demo-".length())).orElseThrow();
      return wire.decode(topic, record.value());
    } catch (RejectedException rejected) {
      throw new AssertionError(rejected);
    }
  }

  private static MockProducer<byte[], byte[]> kafka(boolean acknowledges) {
    return new MockProducer<>(
        cluster(), acknowledges, new RoundRobinPartitioner(), bytes(), bytes());
  }

  private static ByteArraySerializer bytes() {
    return new ByteArraySerializer();
  }

  private static Cluster cluster() {
    List<PartitionInfo> partitions = new ArrayList<>();
    Node node = new Node(0, "localhost", 9092);
    for (Topic topic : Topic.inputs()) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        partitions.add(
            new PartitionInfo(
                "demo-" + topic.topicName(), partition, node, new Node[0], new Node[0]));
      }
    }
    return new Cluster("cluster", List.of(node), partitions, Set.of(), Set.of());
  }
}
