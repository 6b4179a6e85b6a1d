package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.record.SegmentCause;
import dev.kilde.schemas.record.SegmentChange;
import dev.kilde.schemas.record.SegmentCrossing;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SegmentKeyTest {

  @Test
  void a_definition_and_the_changes_of_its_segment_meet_at_one_key() {
    assertThat(SegmentKey.of(Segments.news(Segments.definition("s/1", 1, Segments.T, null))))
        .isEqualTo(SegmentKey.of(Segments.entered("s/1", 5)))
        .isEqualTo("acme:s/1");
    SegmentChange other = Segments.change("s/1", 5, SegmentCrossing.left, SegmentCause.event);
    other.setTenant("A/s");
    assertThat(SegmentKey.of(Segments.news(other))).isEqualTo("_41_2fs:s/1");
  }

  @Property
  void a_key_leads_back_so_two_segments_never_share_one(
      @ForAll("names") String tenant, @ForAll("names") String segment) {
    SegmentKey key = new SegmentKey(tenant, segment);
    assertThat(SegmentKey.parse(key.text())).isEqualTo(key);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("a:_Ø-").ofMinLength(1).ofMaxLength(6);
  }
}
