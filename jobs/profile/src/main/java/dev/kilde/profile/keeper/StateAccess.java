package dev.kilde.profile.keeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes keyed state; what fails there fails the task. */
final class StateAccess {

  interface Read<T> {
    @Nullable T read() throws Exception;
  }

  interface Write {
    void write() throws Exception;
  }

  private StateAccess() {}

  static <T> @Nullable T reading(Read<T> read) {
    try {
      return read.read();
    } catch (Exception e) {
      throw failed(e);
    }
  }

  static void writing(Write write) {
    try {
      write.write();
    } catch (Exception e) {
      throw failed(e);
    }
  }

  private static UncheckedIOException failed(Exception e) {
    return new UncheckedIOException(new IOException("keyed state of an identifier", e));
  }
}
