package dev.kilde.index;

import static dev.kilde.index.Segments.T;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.SegmentCause;
import dev.kilde.schemas.record.SegmentCrossing;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.wire.WireForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.types.Either;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SegmentDeserializerTest {
  private final WireForm wire = new WireForm();
  private final List<Either<Input, byte[]>> read = new ArrayList<>();
  private SegmentDeserializer deserializer;

  @BeforeEach
  void goToTheCluster() throws Exception {
    deserializer = InstantiationUtil.clone(new SegmentDeserializer("p.segment-changes", null));
    deserializer.open(null);
  }

  @Test
  void a_message_is_read_by_what_its_topic_carries() {
    var change = Segments.change("s", 1, SegmentCrossing.left, SegmentCause.time);
    var definition = Segments.definition("s", 1, T, "name: S");
    take("p.segment-changes", wire.encode(change));
    take("p.definitions", wire.encode(definition));
    take("p.definitions", wire.encode(new Tick(T)));
    assertThat(read)
        .extracting(Either::left)
        .extracting(Input::source)
        .containsExactly("p.segment-changes/3/42", "p.definitions/3/42");
    assertThat(read.get(0).left().record()).isEqualTo(change);
  }

  @Test
  void poison_is_a_dead_letter_in_wire_form() throws Exception {
    take("p.definitions", "poison".getBytes(UTF_8));
    DeadLetter letter = (DeadLetter) wire.decode(Topic.DEAD_LETTERS, read.get(0).right());
    assertThat(letter.getSource()).isEqualTo("p.definitions/3/42");
  }

  private void take(String topic, byte[] value) {
    deserializer.deserialize(
        new ConsumerRecord<>(
            topic,
            3,
            42,
            T.toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            value.length,
            null,
            value,
            new RecordHeaders(),
            Optional.empty()),
        new ListCollector<>(read));
  }
}
