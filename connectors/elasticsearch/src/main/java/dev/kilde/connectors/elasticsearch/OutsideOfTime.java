package dev.kilde.connectors.elasticsearch;

import org.apache.flink.api.connector.sink2.SinkWriter;
import org.jspecify.annotations.Nullable;

/** The context of an element that comes out of a buffer: it has no timestamp any more. */
enum OutsideOfTime implements SinkWriter.Context {
  INSTANCE;

  @Override
  public long currentWatermark() {
    return Long.MIN_VALUE;
  }

  @Override
  public @Nullable Long timestamp() {
    return null;
  }
}
