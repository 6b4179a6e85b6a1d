package dev.kilde.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of a {@link SegmentStanding} in state, version 1:
 *
 * <pre>
 * version (1 byte) | entered | left | version (4 bytes) | changedAt | definition? | revision | dueAt
 *
 * entered, left   total, event, time, definition, merge, correction
 * definition      1 byte: 0 none, 1 without a name, 2 with one
 *                 | statedAt | holdsFrom | version (4 bytes) | deleted (1 byte) | name (length and UTF-8)
 * </pre>
 *
 * where all other numbers have 8 bytes. A later form adds fields at the end, and reads this one.
 */
final class SegmentStandingForm {
  static final int VERSION = 1;

  private static final int UNDEFINED = 0;
  private static final int NAMELESS = 1;
  private static final int NAMED = 2;

  private SegmentStandingForm() {}

  static byte[] write(SegmentStanding standing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(VERSION);
    write(standing.tally().entered(), out);
    write(standing.tally().left(), out);
    out.writeInt(standing.tally().version());
    out.writeLong(standing.tally().changedAt());
    write(standing.definition(), out);
    out.writeLong(standing.revision());
    out.writeLong(standing.dueAt());
    return bytes.toByteArray();
  }

  /**
   * @throws IOException if the bytes are of a form this job does not know
   */
  static SegmentStanding read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new IOException("a segment of form " + version + ", this job knows " + VERSION);
    }
    SegmentTally tally =
        new SegmentTally(readCrossings(in), readCrossings(in), in.readInt(), in.readLong());
    return new SegmentStanding(tally, readDefinition(in), in.readLong(), in.readLong());
  }

  private static void write(Crossings crossings, DataOutput out) throws IOException {
    out.writeLong(crossings.total());
    out.writeLong(crossings.event());
    out.writeLong(crossings.time());
    out.writeLong(crossings.definition());
    out.writeLong(crossings.merge());
    out.writeLong(crossings.correction());
  }

  private static Crossings readCrossings(DataInput in) throws IOException {
    return new Crossings(
        in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }

  private static void write(@Nullable SegmentDefinition definition, DataOutput out)
      throws IOException {
    if (definition == null) {
      out.writeByte(UNDEFINED);
      return;
    }
    String name = definition.name();
    out.writeByte(name == null ? NAMELESS : NAMED);
    out.writeLong(definition.statedAt());
    out.writeLong(definition.holdsFrom());
    out.writeInt(definition.version());
    out.writeBoolean(definition.deleted());
    if (name != null) {
      byte[] text = name.getBytes(UTF_8);
      out.writeInt(text.length);
      out.write(text);
    }
  }

  private static @Nullable SegmentDefinition readDefinition(DataInput in) throws IOException {
    int kind = in.readUnsignedByte();
    return kind == UNDEFINED
        ? null
        : new SegmentDefinition(
            in.readLong(),
            in.readLong(),
            in.readInt(),
            in.readBoolean(),
            kind == NAMED ? readText(in) : null);
  }

  private static String readText(DataInput in) throws IOException {
    byte[] text = new byte[in.readInt()];
    in.readFully(text);
    return new String(text, UTF_8);
  }
}
