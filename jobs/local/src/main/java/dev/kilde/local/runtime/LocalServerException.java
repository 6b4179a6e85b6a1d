package dev.kilde.local.runtime;

/**
 * A local server could not do what was asked. The message is written for the terminal: what failed,
 * where to look, what to do about it.
 */
public final class LocalServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for the terminal. */
  public LocalServerException(String message) {
    super(message);
  }

  /** With a message for the terminal and what lay behind it. */
  public LocalServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
