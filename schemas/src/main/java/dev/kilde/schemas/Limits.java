package dev.kilde.schemas;

import dev.kilde.schemas.Rejection.Reason;

/** Bounds of every input. */
public final class Limits {

  /** Largest line or message, in bytes: 1 MiB. */
  public static final int MAX_BYTES = 1 << 20;

  /** Longest identifier, tenant or event id, in characters (UTF-16 units). */
  public static final int MAX_IDENTIFIER_LENGTH = 512;

  private Limits() {}

  /** Refuses a line or message of more than {@link #MAX_BYTES}. */
  public static void checkSize(int bytes) throws RejectedException {
    if (bytes > MAX_BYTES) {
      throw new RejectedException(
          Reason.TOO_LARGE, bytes + " bytes, at most " + MAX_BYTES + " (1 MiB) are taken");
    }
  }
}
