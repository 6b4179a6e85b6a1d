package dev.kilde.index;

import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;

/** Every keyed state of the job. A released name is never reused or renamed. */
final class States {

  /** What is known of a segment, as {@link SegmentStandingForm} writes it. */
  static final ValueStateDescriptor<byte[]> SEGMENT =
      new ValueStateDescriptor<>("segment", BytePrimitiveArraySerializer.INSTANCE);

  private States() {}
}
