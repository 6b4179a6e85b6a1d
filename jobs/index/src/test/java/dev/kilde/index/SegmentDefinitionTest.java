package dev.kilde.index;

import static dev.kilde.index.Segments.T;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.record.Definition;
import org.junit.jupiter.api.Test;

class SegmentDefinitionTest {
  private static final SegmentName NAME = new SegmentName("Name");

  @Test
  void it_holds_from_when_it_was_said_unless_it_was_announced() {
    Definition record = Segments.definition("s", 3, T, "name: Name");
    long at = T.toEpochMilli();
    assertThat(SegmentDefinition.of(record, NAME))
        .isEqualTo(new SegmentDefinition(at, at, 3, false, "Name"));
    record.setEffectiveAt(T.plusSeconds(9));
    record.setDeleted(true);
    assertThat(SegmentDefinition.of(record, NAME))
        .isEqualTo(new SegmentDefinition(at, at + 9_000, 3, true, "Name"));
  }

  @Test
  void what_was_said_last_counts_also_with_a_lower_version() {
    SegmentDefinition held = new SegmentDefinition(100, 500, 2, false, null);
    assertThat(held.replaces(null)).isTrue();
    assertThat(new SegmentDefinition(101, 101, 1, true, null).replaces(held)).isTrue();
    assertThat(new SegmentDefinition(100, 100, 3, false, null).replaces(held)).isTrue();
    assertThat(new SegmentDefinition(100, 100, 1, false, null).replaces(held)).isFalse();
    assertThat(new SegmentDefinition(99, 900, 9, false, null).replaces(held)).isFalse();
  }
}
