package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentStandingTest {
  private static final SegmentTally BY_VERSION_4 =
      new SegmentTally(Crossings.NONE, Crossings.NONE, 4, SegmentTally.NEVER);

  @Test
  void a_revision_is_the_clocks_and_grows_when_the_clock_does_not() {
    SegmentStanding first = SegmentStanding.UNKNOWN.told(1_000);
    assertThat(first.revision()).isEqualTo(1_000);
    assertThat(first.told(1_000).revision()).isEqualTo(1_001);
    assertThat(first.told(400).revision()).isEqualTo(1_001);
    assertThat(first.told(5_000).revision()).isEqualTo(5_000);
  }

  @Test
  void after_a_document_nothing_is_due_but_an_announced_deletion() {
    SegmentStanding armed = SegmentStanding.UNKNOWN.dueAt(1_000);
    assertThat(armed.told(1_000).dueAt()).isEqualTo(SegmentStanding.NOT_DUE);
    SegmentStanding announced = armed.with(new SegmentDefinition(1, 5_000, 1, true, null));
    assertThat(announced.told(1_000).dueAt()).isEqualTo(5_000);
    assertThat(announced.told(5_000).dueAt()).isEqualTo(SegmentStanding.NOT_DUE);
    SegmentStanding future = armed.with(new SegmentDefinition(1, 5_000, 1, false, null));
    assertThat(future.told(1_000).dueAt()).isEqualTo(SegmentStanding.NOT_DUE);
  }

  @Test
  void it_is_deleted_from_when_the_deletion_holds() {
    SegmentStanding announced =
        SegmentStanding.UNKNOWN.with(new SegmentDefinition(1, 5_000, 1, true, null));
    assertThat(announced.isDeleted(4_999)).isFalse();
    assertThat(announced.isDeleted(5_000)).isTrue();
    assertThat(SegmentStanding.UNKNOWN.isDeleted(5_000)).isFalse();
    assertThat(
            SegmentStanding.UNKNOWN
                .with(new SegmentDefinition(1, 1, 1, false, null))
                .isDeleted(5_000))
        .isFalse();
  }

  @Test
  void its_version_is_that_of_the_definition_where_there_is_one() {
    SegmentStanding counted = SegmentStanding.UNKNOWN.with(BY_VERSION_4);
    assertThat(counted.version()).isEqualTo(4);
    assertThat(counted.with(new SegmentDefinition(1, 1, 3, false, null)).version()).isEqualTo(3);
  }
}
