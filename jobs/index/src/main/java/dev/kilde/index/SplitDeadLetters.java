package dev.kilde.index;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * What was read goes on, dead letters leave by the side. Metric {@code deadLetters} counts the
 * latter.
 *
 * @param <T> what was read
 */
final class SplitDeadLetters<T> extends ProcessFunction<Either<T, byte[]>, T> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<byte[]> DEAD_LETTERS =
      new OutputTag<>("dead-letters", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private transient @Nullable Counter deadLetters;

  @Override
  public void open(OpenContext context) {
    deadLetters = getRuntimeContext().getMetricGroup().counter("deadLetters");
  }

  @Override
  public void processElement(Either<T, byte[]> read, Context context, Collector<T> out) {
    if (read.isLeft()) {
      out.collect(read.left());
      return;
    }
    if (deadLetters != null) {
      deadLetters.inc();
    }
    context.output(DEAD_LETTERS, read.right());
  }
}
