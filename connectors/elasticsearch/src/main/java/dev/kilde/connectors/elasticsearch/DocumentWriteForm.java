package dev.kilde.connectors.elasticsearch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of a {@link DocumentWrite}, version 1, between operators and in savepoints:
 *
 * <pre>
 * flags (1 byte: bit 0 put, bit 1 has routing) | target | id | routing? | version (8 bytes) | json?
 * </pre>
 *
 * where a text or the JSON is its length in UTF-8 bytes (7 bits a byte, the lowest first) and those
 * bytes.
 */
final class DocumentWriteForm {
  static final int VERSION = 1;

  private static final int PUT = 1;
  private static final int ROUTED = 2;

  private DocumentWriteForm() {}

  static void write(DocumentWrite write, DataOutput out) throws IOException {
    byte[] json = write.json();
    String routing = write.routing();
    out.writeByte((json == null ? 0 : PUT) | (routing == null ? 0 : ROUTED));
    writeText(write.target(), out);
    writeText(write.id(), out);
    if (routing != null) {
      writeText(routing, out);
    }
    out.writeLong(write.version());
    if (json != null) {
      writeBytes(json, out);
    }
  }

  /**
   * @throws IOException if the bytes are not of this form
   */
  static DocumentWrite read(DataInput in) throws IOException {
    int flags = in.readUnsignedByte();
    if ((flags & ~(PUT | ROUTED)) != 0) {
      throw new IOException("not a document write of form " + VERSION + ": flags " + flags);
    }
    String target = readText(in);
    String id = readText(in);
    @Nullable String routing = (flags & ROUTED) == 0 ? null : readText(in);
    long version = in.readLong();
    return (flags & PUT) == 0
        ? DocumentWrite.delete(target, id, routing, version)
        : DocumentWrite.put(target, id, routing, version, readBytes(in));
  }

  private static void writeText(String text, DataOutput out) throws IOException {
    writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static String readText(DataInput in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
    int rest = bytes.length;
    while (rest > 0x7F) {
      out.writeByte((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInput in) throws IOException {
    int length = 0;
    int shift = 0;
    int part;
    do {
      part = in.readUnsignedByte();
      length |= (part & 0x7F) << shift;
      shift += 7;
    } while (part > 0x7F && shift < 32);
    if (length < 0 || part > 0x7F) {
      throw new IOException("not a document write of form " + VERSION + ": length " + length);
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
