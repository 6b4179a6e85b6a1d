package dev.kilde.connectors.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The input folder or a file in it cannot be read. The message is one line that names the place and
 * the cause; a command shows it as it is and ends with exit code 2.
 */
public final class UnreadableInputException extends IOException {

  private static final long serialVersionUID = 1L;

  /** With a line that names the place and the cause; {@code cause} null: there is no other. */
  public UnreadableInputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** For a file that failed while it was read. */
  public static UnreadableInputException of(Path file, IOException cause) {
    return new UnreadableInputException("cannot read " + file + ": " + inWords(cause), cause);
  }

  /** What went wrong, on one line and without the path, which the caller names. */
  static String inWords(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof EOFException) {
      return "it ends in the middle, the file is truncated";
    }
    String words =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return words == null || words.isBlank()
        ? cause.getClass().getSimpleName()
        : words.replaceAll("\\s+", " ").strip();
  }
}
