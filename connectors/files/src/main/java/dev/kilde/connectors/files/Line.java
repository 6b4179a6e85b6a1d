package dev.kilde.connectors.files;

/**
 * One line of a file.
 *
 * <p>A class, not a record: a record's {@code equals} would compare the array by identity.
 */
final class Line {

  private final long number;
  private final byte[] bytes;
  private final boolean tooLong;

  Line(long number, byte[] bytes, boolean tooLong) {
    this.number = number;
    this.bytes = bytes;
    this.tooLong = tooLong;
  }

  /** Its number in the file, from 1; blank lines count. */
  long number() {
    return number;
  }

  /** Its bytes without the line feed; of a line that is too long, the first part. Not copied. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * Whether the line was longer than a line may be, so that {@link #bytes} is only its beginning.
   */
  boolean tooLong() {
    return tooLong;
  }
}
