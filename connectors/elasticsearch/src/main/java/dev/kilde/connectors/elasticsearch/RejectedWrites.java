package dev.kilde.connectors.elasticsearch;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Where rejected writes go. The writer is flushed with every checkpoint, so they arrive at least
 * once; it must not depend on a committer. The {@code createWriter} of a Kafka sink with guarantee
 * at-least-once fits.
 */
@FunctionalInterface
public interface RejectedWrites extends Serializable {
  SinkWriter<RejectedWrite> open(WriterInitContext context) throws IOException;
}
