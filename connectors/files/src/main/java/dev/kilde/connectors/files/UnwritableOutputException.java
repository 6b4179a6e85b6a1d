package dev.kilde.connectors.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The output folder or a file in it cannot be written. The message is one line: place and cause.
 */
public final class UnwritableOutputException extends IOException {

  private static final long serialVersionUID = 1L;

  UnwritableOutputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
