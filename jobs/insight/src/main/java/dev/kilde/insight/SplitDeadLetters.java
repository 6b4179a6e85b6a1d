package dev.kilde.insight;

import dev.kilde.connectors.input.RecordTypeInfo;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** News go on, dead letters leave by the side. Metric {@code deadLetters} counts the latter. */
final class SplitDeadLetters extends ProcessFunction<Either<BuyerNews, DeadLetter>, BuyerNews> {

  static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", RecordTypeInfo.of(Topic.DEAD_LETTERS, DeadLetter.class));

  private static final long serialVersionUID = 1;

  private transient @Nullable Counter deadLetters;

  @Override
  public void open(OpenContext context) {
    deadLetters = getRuntimeContext().getMetricGroup().counter("deadLetters");
  }

  @Override
  public void processElement(
      Either<BuyerNews, DeadLetter> read, Context context, Collector<BuyerNews> out) {
    if (read.isLeft()) {
      out.collect(read.left());
    } else {
      Objects.requireNonNull(deadLetters).inc();
      context.output(DEAD_LETTERS, read.right());
    }
  }
}
