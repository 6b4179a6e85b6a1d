package dev.kilde.insight;

import dev.kilde.core.score.rfm.Population;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatSerializer;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;

/** Every keyed state of the job. A released name is never reused or renamed. */
final class States {

  /** Of a person: as counted. */
  static final ValueStateDescriptor<CountedBuyer> COUNTED_BUYER =
      value("counted-buyer", new CountedBuyer.StateFormat());

  /** Of a shard until a midnight: how many more or fewer bought last in a quarter of an hour. */
  static final MapStateDescriptor<Long, Long> DELTA_LAST =
      counts("delta-last", LongSerializer.INSTANCE);

  /** Of a shard until a midnight: how many more or fewer bought so many times. */
  static final MapStateDescriptor<Integer, Long> DELTA_FREQUENCY =
      counts("delta-frequency", IntSerializer.INSTANCE);

  /** Of a shard until a midnight: how many more or fewer bought for so much. */
  static final MapStateDescriptor<Integer, Long> DELTA_MONETARY =
      counts("delta-monetary", IntSerializer.INSTANCE);

  /** Of a tenant: everybody as of the midnight looked at last. */
  static final ValueStateDescriptor<Population> POPULATION =
      value("population", new PopulationFormat());

  /** Of a tenant: what changed since, by midnight. */
  static final MapStateDescriptor<Long, Population> PENDING_DELTAS =
      new MapStateDescriptor<>(
          "pending-deltas",
          LongSerializer.INSTANCE,
          new FormatSerializer<>(new PopulationFormat()));

  /** Of a tenant: what was told. */
  static final ValueStateDescriptor<ModelCourse> MODEL_COURSE =
      value("model-course", new ModelCourse.StateFormat());

  private States() {}

  private static <T> ValueStateDescriptor<T> value(String name, Format<T> format) {
    return new ValueStateDescriptor<>(name, new FormatSerializer<>(format));
  }

  private static <K> MapStateDescriptor<K, Long> counts(String name, TypeSerializer<K> keys) {
    return new MapStateDescriptor<>(name, keys, LongSerializer.INSTANCE);
  }
}
