package dev.kilde.connectors.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.input.InputTypeInfo;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.wire.WireForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KafkaInputDeserializerTest {

  private static final Instant WRITTEN = Instant.parse("2026-03-01T10:00:00Z");

  private final KafkaInputDeserializer deserializer = new KafkaInputDeserializer("p.", null);

  @Test
  void aMessageIsARecordAndItsPlace() throws Exception {
    SpecificRecord view = view("2026-03-01T09:59:59Z");
    Input input = read("p.tracking", new WireForm().encode(view));
    assertThat(input).isEqualTo(Input.record(Topic.TRACKING, view, "p.tracking/3/42"));
  }

  @Test
  void itTravelsToTheClusterAndSaysWhatItMakes() throws Exception {
    KafkaInputDeserializer there = InstantiationUtil.clone(deserializer);
    List<Input> inputs = new ArrayList<>();
    there.deserialize(
        message("p.tracking", new WireForm().encode(view("2026-03-01T09:59:59Z"))),
        new ListCollector<>(inputs));
    assertThat(inputs).singleElement().matches(Input::isRecord);
    assertThat(there.getProducedType()).isEqualTo(InputTypeInfo.INSTANCE);
  }

  @ParameterizedTest
  @EnumSource(names = {"TRACKING", "ORDERS", "DEFINITIONS"})
  void aTickIsATickOnEveryTopic(Topic topic) throws Exception {
    byte[] tick = new WireForm().encode(new Tick(WRITTEN));
    assertThat(read("p." + topic.topicName(), tick)).isEqualTo(Input.tick(WRITTEN));
  }

  @Test
  void garbageIsADeadLetterWithItsBytes() throws Exception {
    Random random = new Random(1);
    for (int length : new int[] {0, 1, 9, 10, 11, 500, 1 << 20}) {
      byte[] garbage = new byte[length];
      random.nextBytes(garbage);
      DeadLetter letter = letter(read("p.tracking", garbage));
      assertThat(letter.getPayload().array()).isEqualTo(garbage);
      assertThat(letter.getSource()).isEqualTo("p.tracking/3/42");
      assertThat(letter.getStage()).isEqualTo("decode");
      assertThat(letter.getAt()).isEqualTo(WRITTEN);
      assertThat(letter.getReason()).isIn("not_avro", "unknown_schema");
    }
  }

  @Test
  void aMessageOverAMebibyteIsADeadLetterWithItsBeginning() throws Exception {
    byte[] large = new byte[(1 << 20) + 1];
    DeadLetter letter = letter(read("p.tracking", large));
    assertThat(letter.getReason()).isEqualTo("too_large");
    assertThat(letter.getPayload().array()).hasSize(1 << 16);
  }

  @Test
  void aTruncatedMessageIsADeadLetter() throws Exception {
    byte[] whole = new WireForm().encode(view("2026-03-01T09:59:59Z"));
    for (int length = 0; length < whole.length; length++) {
      assertThat(letter(read("p.tracking", Arrays.copyOf(whole, length))).getReason())
          .isIn("not_avro", "unknown_schema");
    }
  }

  @Test
  void aMessageWithoutValueIsADeadLetter() throws Exception {
    DeadLetter letter = letter(read("p.tracking", null));
    assertThat(letter.getReason()).isEqualTo("not_avro");
    assertThat(letter.getDetail()).contains("no value");
    assertThat(letter.getPayload().array()).isEmpty();
  }

  @Test
  void aRecordOfAnotherTopicIsADeadLetter() throws Exception {
    byte[] view = new WireForm().encode(view("2026-03-01T09:59:59Z"));
    assertThat(letter(read("p.orders", view)).getReason()).isEqualTo("wrong_type");
  }

  @Test
  void withoutARegistryAConfluentFrameIsADeadLetter() throws Exception {
    byte[] framed = new byte[20];
    framed[4] = 7;
    assertThat(letter(read("p.tracking", framed)).getReason()).isEqualTo("unknown_schema");
  }

  @Test
  void whatOccurredADayAheadOfItsWritingIsADeadLetter() throws Exception {
    byte[] tomorrow = new WireForm().encode(view("2026-03-02T10:00:00.001Z"));
    assertThat(letter(read("p.tracking", tomorrow)).getReason()).isEqualTo("time_out_of_range");
    byte[] almost = new WireForm().encode(view("2026-03-02T10:00:00Z"));
    assertThat(read("p.tracking", almost).isRecord()).isTrue();
  }

  @Test
  void aTopicNobodyKnowsIsAnErrorOfTheJob() {
    assertThatThrownBy(() -> read("p.whatever", new byte[] {1}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("p.whatever");
  }

  private Input read(String topic, byte @Nullable [] value) {
    List<Input> inputs = new ArrayList<>();
    deserializer.deserialize(message(topic, value), new ListCollector<>(inputs));
    assertThat(inputs).hasSize(1);
    return inputs.get(0);
  }

  @SuppressWarnings("NullAway") // Kafka's own class is not annotated: a value may be null
  private static ConsumerRecord<byte[], byte[]> message(String topic, byte @Nullable [] value) {
    return new ConsumerRecord<>(
        topic,
        3,
        42,
        WRITTEN.toEpochMilli(),
        TimestampType.CREATE_TIME,
        0,
        value == null ? 0 : value.length,
        new byte[0],
        value,
        new RecordHeaders(),
        Optional.empty());
  }

  private static DeadLetter letter(Input input) {
    return input.deadLetter();
  }

  private static SpecificRecord view(String occurredAt) throws RejectedException {
    String line =
        """
        {"tenant":"shop","eventId":"e","occurredAt":"%s","identifiers":{"email":"a@x.dk"},\
        "name":"page_viewed"}\
        """;
    return new InputDecoder().json(Topic.TRACKING, line.formatted(occurredAt).getBytes(UTF_8));
  }
}
