package dev.kilde.index;

import static dev.kilde.index.Segments.T;
import static dev.kilde.index.Segments.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.record.SegmentCause;
import dev.kilde.schemas.record.SegmentCrossing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SegmentTallyTest {

  @Property
  void the_size_is_the_number_of_members(
      @ForAll List<@IntRange(min = 0, max = 9) Integer> crossing) {
    Set<Integer> members = new HashSet<>();
    SegmentTally tally = SegmentTally.EMPTY;
    for (int person : crossing) {
      boolean enters = members.add(person);
      if (!enters) {
        members.remove(person);
      }
      tally =
          tally
              .with(
                  change(
                      "s",
                      person,
                      enters ? SegmentCrossing.entered : SegmentCrossing.left,
                      SegmentCause.event))
              .orElseThrow();
    }
    assertThat(tally.size()).isEqualTo(members.size());
    assertThat(tally.entered().total() + tally.left().total()).isEqualTo(crossing.size());
  }

  @Test
  void nobody_leaves_an_empty_segment() {
    assertThat(
            SegmentTally.EMPTY.with(change("s", 1, SegmentCrossing.left, SegmentCause.correction)))
        .isEmpty();
  }

  @Test
  void it_holds_as_of_the_latest_change_by_the_latest_version_in_whatever_order_they_come() {
    var old = change("s", 1, SegmentCrossing.entered, SegmentCause.event);
    var young = change("s", 2, SegmentCrossing.entered, SegmentCause.definition);
    young.setVersion(2);
    SegmentTally tally = SegmentTally.EMPTY.with(young).flatMap(one -> one.with(old)).orElseThrow();
    assertThat(tally.version()).isEqualTo(2);
    assertThat(tally.changedAt()).isEqualTo(T.plusSeconds(2).toEpochMilli());
  }
}
