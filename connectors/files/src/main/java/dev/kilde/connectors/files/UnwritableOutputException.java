package dev.kilde.connectors.files;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The output folder, the one for temporary files, or a file in them cannot be written. The message
 * is one line that names the place and the cause.
 */
public final class UnwritableOutputException extends IOException {

  private static final long serialVersionUID = 1L;

  UnwritableOutputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** For a file or folder that could not be written. */
  static UnwritableOutputException of(Path place, IOException cause) {
    String words = UnreadableInputException.inWords(cause);
    return new UnwritableOutputException("cannot write " + place + ": " + words, cause);
  }
}
