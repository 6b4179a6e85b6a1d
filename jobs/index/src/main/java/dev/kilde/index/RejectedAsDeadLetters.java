package dev.kilde.index;

import dev.kilde.connectors.elasticsearch.DocumentWrite;
import dev.kilde.connectors.elasticsearch.RejectedWrite;
import dev.kilde.connectors.elasticsearch.RejectedWrites;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Documents that Elasticsearch refuses become dead letters: source {@code elasticsearch:ALIAS/ID},
 * reason Elasticsearch's error type, payload the document.
 *
 * @param deadLetters takes wire form; needs no committer
 */
record RejectedAsDeadLetters(Sink<byte[]> deadLetters) implements RejectedWrites {

  @Override
  public SinkWriter<RejectedWrite> open(WriterInitContext context) throws IOException {
    return new Writer(deadLetters.createWriter(context));
  }

  static DeadLetter letter(RejectedWrite rejected, Instant at) {
    DocumentWrite write = rejected.write();
    byte[] json = write.json();
    return DeadLetter.newBuilder()
        .setSource("elasticsearch:" + write.target() + "/" + write.id())
        .setStage(ProfileReading.STAGE)
        .setReason(rejected.code())
        .setDetail(rejected.detail())
        .setPayload(ByteBuffer.wrap(json == null ? new byte[0] : json))
        .setAt(at.truncatedTo(ChronoUnit.MILLIS))
        .build();
  }

  @SuppressWarnings("try") // close throws what the wrapped writer's throws
  private static final class Writer implements SinkWriter<RejectedWrite> {
    private final SinkWriter<byte[]> deadLetters;
    private final WireForm wire = new WireForm();

    Writer(SinkWriter<byte[]> deadLetters) {
      this.deadLetters = deadLetters;
    }

    @Override
    public void write(RejectedWrite rejected, Context context)
        throws IOException, InterruptedException {
      deadLetters.write(wire.encode(letter(rejected, Instant.now())), context);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
      deadLetters.flush(endOfInput);
    }

    @Override
    public void close() throws Exception {
      deadLetters.close();
    }
  }
}
