package dev.kilde.connectors.files;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What the enumerator of an {@link OrderedInputSource} remembers in a checkpoint.
 *
 * @param split the split, null when a reader has it
 */
public record UnassignedReplay(@Nullable ReplaySplit split) {

  static final SimpleVersionedSerializer<UnassignedReplay> SERIALIZER = new Serializer();

  private static final class Serializer implements SimpleVersionedSerializer<UnassignedReplay> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(UnassignedReplay unassigned) throws IOException {
      return unassigned.split == null
          ? new byte[0]
          : ReplaySplit.SERIALIZER.serialize(unassigned.split);
    }

    @Override
    public UnassignedReplay deserialize(int version, byte[] serialized) throws IOException {
      return new UnassignedReplay(
          serialized.length == 0 ? null : ReplaySplit.SERIALIZER.deserialize(version, serialized));
    }
  }
}
