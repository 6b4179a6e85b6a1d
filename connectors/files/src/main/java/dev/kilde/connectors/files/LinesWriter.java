package dev.kilde.connectors.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** Writes under a temporary name in the same folder and renames when the input has ended. */
final class LinesWriter<T> implements SinkWriter<T> {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final Path temporary;
  private final OutputStream out;
  private final LinesSink.LineForm<T> form;

  LinesWriter(Path file, LinesSink.LineForm<T> form) throws UnwritableOutputException {
    this.file = file;
    this.form = form;
    this.temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try {
      this.out = new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER_BYTES);
    } catch (IOException failure) {
      throw UnwritableOutputException.of(file, failure);
    }
  }

  @Override
  public void write(T value, Context context) throws IOException {
    byte[] line = form.line(value);
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException failure) {
      throw UnwritableOutputException.of(file, failure);
    }
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    try {
      if (endOfInput) {
        out.close();
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        out.flush();
      }
    } catch (IOException failure) {
      throw UnwritableOutputException.of(file, failure);
    }
  }

  /** Without an end of the input what was written is thrown away. */
  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
