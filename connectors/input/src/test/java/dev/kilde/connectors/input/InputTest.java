package dev.kilde.connectors.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.schemas.Topic;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InputTest {

  private final Input record = Samples.viewed("e1", "2026-01-01T10:00:00Z");
  private final Input letter = Samples.rejected(new byte[] {1});
  private final Input tick = Input.tick(Instant.parse("2026-01-01T10:00:00.123456Z"));

  @Test
  void aRecordKnowsItsTopicAndPlace() {
    assertThat(record.isRecord()).isTrue();
    assertThat(record.topic()).isEqualTo(Topic.TRACKING);
    assertThat(record.source()).isEqualTo("tracking/0/17");
    assertThat(record.record().getSchema()).isEqualTo(Topic.TRACKING.schema());
  }

  @Test
  void aDeadLetterIsNoRecord() {
    assertThat(letter.deadLetter().getReason()).isEqualTo("not_json");
    assertThat(letter.source()).isEqualTo("tracking/0/18");
    assertThatThrownBy(letter::record).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(letter::topic).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTickIsCutToMilliseconds() {
    assertThat(tick.tick()).isEqualTo(Instant.parse("2026-01-01T10:00:00.123Z"));
    assertThatThrownBy(tick::record)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this input is a TICK, not a RECORD");
  }

  @Test
  void whatItPrintsHoldsNoPersonalData() {
    assertThat(record.toString()).isEqualTo("record of tracking from tracking/0/17");
    assertThat(letter.toString()).isEqualTo("dead letter from tracking/0/18");
    assertThat(tick.toString()).isEqualTo("tick 2026-01-01T10:00:00.123Z");
  }
}
