package dev.kilde.connectors.files;

import dev.kilde.schemas.Topic;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A record as it stands in a run file: bytes made so that comparing them as unsigned numbers gives
 * the order of a replay.
 *
 * <pre>
 * occurredAt   8 bytes, epoch milliseconds, sign flipped
 * topic        1 byte, its place among the topics' names as UTF-8
 * eventId      UTF-8, 00 written as 00 FF, ended by 00 00
 * record       its wire form; no wire form is the beginning of another
 * source       2 bytes index of the file, 8 bytes number of the line
 * </pre>
 *
 * The wire form follows the three parts of the canonical order so that two records that share them
 * come out in one order whatever file or line they were in; the source only parts equal records.
 */
final class RunEntry {

  /** Order of a replay. */
  static final Comparator<byte[]> ORDER = Arrays::compareUnsigned;

  private static final int ID_AT = Long.BYTES + 1;
  private static final int SOURCE_BYTES = Short.BYTES + Long.BYTES;

  private static final List<Topic> RANKED =
      Topic.inputs().stream()
          .sorted(
              Comparator.comparing(
                  topic -> topic.topicName().getBytes(StandardCharsets.UTF_8), ORDER))
          .toList();

  private RunEntry() {}

  static byte[] encode(
      long occurredAtMillis, Topic topic, String eventId, byte[] wire, int file, long line) {
    byte[] id = escaped(eventId.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(ID_AT + id.length + 2 + wire.length + SOURCE_BYTES)
        .putLong(occurredAtMillis ^ Long.MIN_VALUE)
        .put((byte) RANKED.indexOf(topic))
        .put(id)
        .putShort((short) 0)
        .put(wire)
        .putShort((short) file)
        .putLong(line)
        .array();
  }

  static long occurredAtMillis(byte[] entry) {
    return ByteBuffer.wrap(entry).getLong() ^ Long.MIN_VALUE;
  }

  static Topic topic(byte[] entry) {
    return RANKED.get(entry[Long.BYTES]);
  }

  static byte[] wire(byte[] entry) {
    int at = ID_AT;
    while (entry[at] != 0 || entry[at + 1] != 0) {
      at += entry[at] == 0 ? 2 : 1;
    }
    return Arrays.copyOfRange(entry, at + 2, entry.length - SOURCE_BYTES);
  }

  static int file(byte[] entry) {
    return Short.toUnsignedInt(ByteBuffer.wrap(entry).getShort(entry.length - SOURCE_BYTES));
  }

  static long line(byte[] entry) {
    return ByteBuffer.wrap(entry).getLong(entry.length - Long.BYTES);
  }

  private static byte[] escaped(byte[] id) {
    ByteArrayOutputStream escaped = null;
    for (int i = 0; i < id.length; i++) {
      if (id[i] == 0 && escaped == null) {
        escaped = new ByteArrayOutputStream(id.length + 8);
        escaped.write(id, 0, i);
      }
      if (escaped != null) {
        escaped.write(id[i]);
        if (id[i] == 0) {
          escaped.write(0xff);
        }
      }
    }
    return escaped == null ? id : escaped.toByteArray();
  }
}
