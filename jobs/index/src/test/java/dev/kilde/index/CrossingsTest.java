package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.record.SegmentCause;
import org.junit.jupiter.api.Test;

class CrossingsTest {

  @Test
  void each_cause_is_counted_for_itself_and_one_younger_than_the_job_in_the_total_only() {
    Crossings all = Crossings.NONE;
    for (SegmentCause cause : SegmentCause.values()) {
      all = all.plus(cause);
    }
    assertThat(all).isEqualTo(new Crossings(SegmentCause.values().length, 1, 1, 1, 1, 1));
    assertThat(Crossings.NONE.plus(SegmentCause.event)).isEqualTo(new Crossings(1, 1, 0, 0, 0, 0));
    assertThat(Crossings.NONE.plus(SegmentCause.time)).isEqualTo(new Crossings(1, 0, 1, 0, 0, 0));
    assertThat(Crossings.NONE.plus(SegmentCause.definition))
        .isEqualTo(new Crossings(1, 0, 0, 1, 0, 0));
    assertThat(Crossings.NONE.plus(SegmentCause.merge)).isEqualTo(new Crossings(1, 0, 0, 0, 1, 0));
    assertThat(Crossings.NONE.plus(SegmentCause.correction))
        .isEqualTo(new Crossings(1, 0, 0, 0, 0, 1));
  }
}
