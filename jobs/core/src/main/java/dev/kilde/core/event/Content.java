package dev.kilde.core.event;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The canonical encoding of a whole event: equal content, equal bytes. The core never looks inside;
 * it is what the log keeps, and what decides between two different contents under one event id.
 *
 * <p>Ordered by SHA-256 of the bytes, so that the choice does not favour any field's value.
 */
public final class Content implements Comparable<Content> {
  private final byte[] bytes;

  private Content(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Wraps the bytes without copying; the caller gives them away. */
  public static Content of(byte[] bytes) {
    return new Content(bytes);
  }

  /** The bytes themselves, not a copy: read only. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int compareTo(Content other) {
    return Arrays.equals(bytes, other.bytes) ? 0 : Arrays.compareUnsigned(hash(), other.hash());
  }

  /** SHA-256 of the bytes, 32 bytes. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Content[" + bytes.length + " bytes]";
  }
}
