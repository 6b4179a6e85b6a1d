package dev.kilde.connectors.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The one split of an {@link OrderedInputSource}: all of it, from a position on.
 *
 * @param emitted how many elements have been emitted already
 */
public record ReplaySplit(long emitted) implements SourceSplit {

  static final SimpleVersionedSerializer<ReplaySplit> SERIALIZER = new Serializer();

  @Override
  public String splitId() {
    return "replay";
  }

  private static final class Serializer implements SimpleVersionedSerializer<ReplaySplit> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(ReplaySplit split) {
      return ByteBuffer.allocate(Long.BYTES).putLong(split.emitted).array();
    }

    @Override
    public ReplaySplit deserialize(int version, byte[] serialized) throws IOException {
      if (version != 1) {
        throw new IOException("unknown version of a replay's position: " + version);
      }
      return new ReplaySplit(ByteBuffer.wrap(serialized).getLong());
    }
  }
}
