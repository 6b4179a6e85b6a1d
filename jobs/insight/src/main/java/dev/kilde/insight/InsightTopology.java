package dev.kilde.insight;

import dev.kilde.connectors.input.RecordTypeInfo;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.Model;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.types.Either;

/**
 * The path from people to models. Sources and sinks are handed in.
 *
 * <pre>
 *   profiles ─> news ─> person: old, new ─> shard: delta a day ─> tenant: population ─> models
 *                 └───> dead letters
 * </pre>
 */
final class InsightTopology {

  /** News of a buyer, or a dead letter. */
  static final EitherTypeInfo<BuyerNews, DeadLetter> READ =
      new EitherTypeInfo<>(BuyerNews.TYPE, RecordTypeInfo.of(Topic.DEAD_LETTERS, DeadLetter.class));

  private InsightTopology() {}

  /**
   * How profiles move event time: theirs is the time of what they tell, and dead letters have none.
   *
   * @param outOfOrderness how much older a document may be than another before it in its partition
   * @param idleness how long a silent partition holds time back
   */
  static WatermarkStrategy<Either<BuyerNews, DeadLetter>> time(
      Duration outOfOrderness, Duration idleness) {
    return WatermarkStrategy.<Either<BuyerNews, DeadLetter>>forBoundedOutOfOrderness(outOfOrderness)
        .withTimestampAssigner(
            (read, timestamp) -> read.isLeft() ? read.left().at().toEpochMilli() : Long.MIN_VALUE)
        .withIdleness(idleness);
  }

  /**
   * Adds the stages.
   *
   * @param profiles with timestamps and watermarks
   * @param settle how long a model waits for a still newer one, in processing time
   */
  static void define(
      DataStream<Either<BuyerNews, DeadLetter>> profiles,
      TenantZones zones,
      Duration settle,
      Sink<Model> models,
      Sink<DeadLetter> deadLetters) {
    SingleOutputStreamOperator<BuyerNews> news =
        profiles
            .process(new SplitDeadLetters(), BuyerNews.TYPE)
            .uid(Uids.SPLIT)
            .name("news or dead letter");

    news.keyBy(BuyerNews::person, Types.STRING)
        .process(new BuyerChanges(zones), BuyerChange.TYPE)
        .uid(Uids.BUYER_CHANGES)
        .name("buyer changes")
        .keyBy(BuyerChange::addedUp, BuyerChange.ADDED_UP)
        .process(new PopulationDeltas(), PopulationDelta.TYPE)
        .uid(Uids.POPULATION_DELTAS)
        .name("population deltas")
        .keyBy(PopulationDelta::tenant, Types.STRING)
        .process(new TenantModels(zones, settle), RecordTypeInfo.of(Topic.MODELS, Model.class))
        .uid(Uids.TENANT_MODELS)
        .name("tenant models")
        .sinkTo(models)
        .uid(Uids.MODELS)
        .name("models");

    news.getSideOutput(SplitDeadLetters.DEAD_LETTERS)
        .sinkTo(deadLetters)
        .uid(Uids.DEAD_LETTERS)
        .name("dead letters");
  }
}
