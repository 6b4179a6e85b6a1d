package dev.kilde.index;

import dev.kilde.connectors.elasticsearch.DocumentWrite;
import dev.kilde.connectors.elasticsearch.DocumentWriteTypeInfo;
import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.input.InputTypeInfo;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;

/** The job's stages, one statement each; where records come from and go to is handed in. */
public final class IndexTopology {

  /** A write for Elasticsearch, or a dead letter in its wire form. */
  static final EitherTypeInfo<DocumentWrite, byte[]> READ =
      new EitherTypeInfo<>(
          new DocumentWriteTypeInfo(), PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  /** News of a segment, or a dead letter in its wire form. */
  static final EitherTypeInfo<Input, byte[]> NEWS =
      new EitherTypeInfo<>(
          InputTypeInfo.INSTANCE, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private IndexTopology() {}

  /**
   * Adds the stages to {@code flink}.
   *
   * @param profiles gives elements of {@link ProfileReading}
   * @param segmentNews gives elements of {@link SegmentReading}
   * @param segmentInterval between two documents of a segment, at least
   * @param documents takes the writes of profiles, and once more those of segments
   * @param deadLetters takes dead letters in wire form
   */
  public static void define(
      StreamExecutionEnvironment flink,
      Source<Either<DocumentWrite, byte[]>, ?, ?> profiles,
      Source<Either<Input, byte[]>, ?, ?> segmentNews,
      Duration segmentInterval,
      Sink<DocumentWrite> documents,
      Sink<byte[]> deadLetters) {
    SingleOutputStreamOperator<DocumentWrite> writes =
        flink
            .fromSource(profiles, WatermarkStrategy.noWatermarks(), "profiles", READ)
            .uid(Uids.PROFILES)
            .process(new SplitDeadLetters<DocumentWrite>())
            .returns(new DocumentWriteTypeInfo())
            .name("document or dead letter")
            .uid(Uids.SPLIT);
    writes.sinkTo(documents).name("elasticsearch").uid(Uids.DOCUMENTS);

    SingleOutputStreamOperator<Input> news =
        flink
            .fromSource(segmentNews, WatermarkStrategy.noWatermarks(), "segment news", NEWS)
            .uid(Uids.SEGMENT_NEWS)
            .process(new SplitDeadLetters<Input>())
            .returns(InputTypeInfo.INSTANCE)
            .name("segment news or dead letter")
            .uid(Uids.SEGMENT_SPLIT);
    news.keyBy(SegmentKey::of, Types.STRING)
        .process(new SegmentFunction(segmentInterval))
        .returns(new DocumentWriteTypeInfo())
        .name("segments")
        .uid(Uids.SEGMENTS)
        .sinkTo(documents)
        .name("elasticsearch: segments")
        .uid(Uids.SEGMENT_DOCUMENTS);

    writes
        .getSideOutput(SplitDeadLetters.DEAD_LETTERS)
        .union(news.getSideOutput(SplitDeadLetters.DEAD_LETTERS))
        .sinkTo(deadLetters)
        .name("dead letters")
        .uid(Uids.DEAD_LETTERS);
  }
}
