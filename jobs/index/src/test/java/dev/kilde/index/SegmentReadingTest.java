package dev.kilde.index;

import static dev.kilde.index.Segments.T;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.SegmentCause;
import dev.kilde.schemas.record.SegmentChange;
import dev.kilde.schemas.record.SegmentCrossing;
import dev.kilde.schemas.record.Tick;
import dev.kilde.schemas.wire.WireForm;
import dev.kilde.schemas.wire.WriterSchemas;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.Test;

class SegmentReadingTest {
  private static final Instant NOW = Instant.parse("2026-04-02T03:04:05.006Z");

  private final SegmentReading reading = new SegmentReading(WriterSchemas.none());

  @Test
  void a_change_is_news() {
    SegmentChange change = Segments.change("s", 1, SegmentCrossing.left, SegmentCause.time);
    // With the tenant as long as an id may be.
    change.setSegment("x".repeat(507));
    assertThat(read(Topic.SEGMENT_CHANGES, change).orElseThrow().left())
        .isEqualTo(Input.record(Topic.SEGMENT_CHANGES, change, "segment-changes/3/7"));
  }

  @Test
  void so_is_the_definition_of_a_segment() {
    Input news =
        read(Topic.DEFINITIONS, Segments.definition("s", 1, T, "name: S")).orElseThrow().left();
    assertThat(((Definition) news.record()).getYaml()).isEqualTo("name: S");
    assertThat(((Definition) news.record()).getEffectiveAt()).isEqualTo(T);
  }

  @Test
  void other_definitions_and_ticks_are_not() {
    Definition flow = Segments.definition("s", 1, T, "name: S");
    flow.setKind("flow");
    assertThat(read(Topic.DEFINITIONS, flow)).isEmpty();
    assertThat(read(Topic.DEFINITIONS, new Tick(T))).isEmpty();
  }

  @Test
  void poison_is_a_dead_letter_with_place_and_bytes() {
    byte[] poison = "not avro".getBytes(UTF_8);
    for (Topic topic : new Topic[] {Topic.SEGMENT_CHANGES, Topic.DEFINITIONS}) {
      DeadLetter letter =
          reading.read(topic, topic.topicName() + "/3/7", poison, T, NOW).orElseThrow().right();
      assertThat(letter.getSource()).isEqualTo(topic.topicName() + "/3/7");
      assertThat(letter.getStage()).isEqualTo("index");
      assertThat(letter.getReason()).isEqualTo("not_avro");
      assertThat(letter.getPayload()).isEqualTo(ByteBuffer.wrap(poison));
      assertThat(letter.getAt()).isEqualTo(NOW);
    }
  }

  @Test
  void a_change_that_cannot_be_counted_is_a_dead_letter() {
    assertThat(reasonOf(change -> change.setTenant(""))).isEqualTo("empty_field");
    assertThat(reasonOf(change -> change.setTenant("X".repeat(100))))
        .isEqualTo("identifier_too_long");
    assertThat(reasonOf(change -> change.setSegment(""))).isEqualTo("empty_field");
    assertThat(reasonOf(change -> change.setSegment("ø".repeat(254))))
        .isEqualTo("identifier_too_long");
    assertThat(reasonOf(change -> change.setChange(SegmentCrossing.unknown)))
        .isEqualTo("unknown_enum");
    assertThat(reasonOf(change -> change.setAt(Instant.parse("2100-01-01T00:00:00Z"))))
        .isEqualTo("time_out_of_range");
    assertThat(reasonOf(change -> change.setAt(Instant.EPOCH.minusMillis(1))))
        .isEqualTo("time_out_of_range");
    assertThat(reason(Topic.SEGMENT_CHANGES, new Tick(T))).isEqualTo("wrong_type");
  }

  @Test
  void a_definition_that_is_not_valid_or_has_no_value_is_a_dead_letter() {
    Definition nameless = Segments.definition("", 1, T, "name: S");
    assertThat(reason(Topic.DEFINITIONS, nameless)).isEqualTo("empty_field");
    assertThat(reason(Topic.DEFINITIONS, Segments.definition("x".repeat(508), 1, T, null)))
        .isEqualTo("identifier_too_long");
    assertThat(
            reading
                .read(Topic.DEFINITIONS, "definitions/0/0", null, T, NOW)
                .orElseThrow()
                .right()
                .getReason())
        .isEqualTo("not_avro");
  }

  private String reasonOf(Consumer<SegmentChange> break_) {
    SegmentChange change = Segments.change("s", 1, SegmentCrossing.entered, SegmentCause.event);
    break_.accept(change);
    return reason(Topic.SEGMENT_CHANGES, change);
  }

  private String reason(Topic topic, SpecificRecord record) {
    return read(topic, record).orElseThrow().right().getReason();
  }

  private Optional<Either<Input, DeadLetter>> read(Topic topic, SpecificRecord record) {
    return reading.read(topic, topic.topicName() + "/3/7", new WireForm().encode(record), T, NOW);
  }
}
