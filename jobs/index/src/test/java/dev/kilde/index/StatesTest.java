package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.junit.jupiter.api.Test;

class StatesTest {

  @Test
  void a_segment_lies_under_its_released_name_in_bytes_of_our_own() {
    assertThat(States.SEGMENT.getName()).isEqualTo("segment");
    assertThat(States.SEGMENT.getSerializer()).isEqualTo(BytePrimitiveArraySerializer.INSTANCE);
  }
}
