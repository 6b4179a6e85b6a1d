package dev.kilde.core.segment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;

/**
 * The first 64 bits of SHA-256 over id, version and content of each segment, by id, texts preceded
 * by their length so that no two sets share an input.
 */
final class SegmentFingerprint {

  private SegmentFingerprint() {}

  static long of(Collection<Segment> segments) {
    MessageDigest digest = sha256();
    segments.stream()
        .sorted(Comparator.comparing(Segment::id))
        .forEach(
            segment -> {
              add(digest, segment.id());
              add(digest, segment.version());
              add(digest, segment.content());
            });
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(digest, bytes.length);
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
