package dev.kilde.schemas.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Avro's binary encoding over one message in memory. Every length and count is checked against the
 * bytes that are left before anything is allocated, so a few hostile bytes cannot ask for
 * gigabytes.
 */
final class StrictDecoder extends Decoder {

  private byte[] bytes = new byte[0];
  private int at;

  /** Starts reading a message at an offset. */
  void start(byte[] message, int offset) {
    bytes = message;
    at = offset;
  }

  /** Refuses bytes after the record. */
  void expectEnd() {
    if (at != bytes.length) {
      throw new MalformedMessage((bytes.length - at) + " bytes follow the record");
    }
  }

  @Override
  public void readNull() {}

  @Override
  public boolean readBoolean() {
    int value = next();
    if (value != 0 && value != 1) {
      throw new MalformedMessage("a boolean of " + value + " at byte " + (at - 1));
    }
    return value == 1;
  }

  @Override
  public int readInt() {
    long value = readLong();
    if (value != (int) value) {
      throw new MalformedMessage("a number over 32 bits ends at byte " + at);
    }
    return (int) value;
  }

  @Override
  public long readLong() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int b = next();
      value |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw new MalformedMessage("a number over 64 bits ends at byte " + at);
  }

  @Override
  public float readFloat() {
    int from = take(Float.BYTES);
    return ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getFloat(from);
  }

  @Override
  public double readDouble() {
    int from = take(Double.BYTES);
    return ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getDouble(from);
  }

  @Override
  public Utf8 readString(@Nullable Utf8 old) {
    return new Utf8(readString());
  }

  @Override
  public String readString() {
    int length = length();
    return new String(bytes, take(length), length, StandardCharsets.UTF_8);
  }

  @Override
  public void skipString() {
    take(length());
  }

  @Override
  public ByteBuffer readBytes(@Nullable ByteBuffer old) {
    byte[] copy = new byte[length()];
    System.arraycopy(bytes, take(copy.length), copy, 0, copy.length);
    return ByteBuffer.wrap(copy);
  }

  @Override
  public void skipBytes() {
    take(length());
  }

  @Override
  public void readFixed(byte[] target, int start, int length) {
    System.arraycopy(bytes, take(length), target, start, length);
  }

  @Override
  public void skipFixed(int length) {
    take(length);
  }

  @Override
  public int readEnum() {
    return readInt();
  }

  @Override
  public int readIndex() {
    return readInt();
  }

  @Override
  public long readArrayStart() {
    return blockCount();
  }

  @Override
  public long arrayNext() {
    return blockCount();
  }

  @Override
  public long skipArray() {
    return skippedBlocks();
  }

  @Override
  public long readMapStart() {
    return blockCount();
  }

  @Override
  public long mapNext() {
    return blockCount();
  }

  @Override
  public long skipMap() {
    return skippedBlocks();
  }

  /**
   * Elements of the next block. Each takes a byte at least (no record of ours is empty), so more
   * than are left is nonsense.
   */
  private long blockCount() {
    long count = readLong();
    if (count < 0) {
      count = -count;
      readLong(); // the block's size in bytes
    }
    if (count < 0 || count > bytes.length - at) {
      throw new MalformedMessage("a block of " + count + " elements at byte " + at);
    }
    return count;
  }

  /** Passes over blocks that tell their size; the element count of the first that does not. */
  private long skippedBlocks() {
    long count = readLong();
    while (count < 0) {
      take(bounded(readLong()));
      count = readLong();
    }
    if (count > bytes.length - at) {
      throw new MalformedMessage("a block of " + count + " elements at byte " + at);
    }
    return count;
  }

  private int length() {
    return bounded(readLong());
  }

  private int bounded(long length) {
    if (length < 0 || length > bytes.length - at) {
      throw new MalformedMessage(
          "a length of "
              + length
              + " at byte "
              + at
              + ", only "
              + (bytes.length - at)
              + " are left");
    }
    return (int) length;
  }

  private int next() {
    return bytes[take(1)] & 0xFF;
  }

  /** Moves on and answers where it was. */
  private int take(int length) {
    if (length > bytes.length - at) {
      throw new MalformedMessage("ends in the middle of the record, at byte " + bytes.length);
    }
    int from = at;
    at += length;
    return from;
  }
}
