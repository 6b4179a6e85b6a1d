package dev.kilde.connectors.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a run: byte arrays, each behind its length (4 bytes). Not compressed: the wire form is two
 * thirds of the JSON, and the fastest deflate (76 MB/s here) would cost more than half of what
 * decoding the lines does.
 */
final class RunWriter implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final DataOutputStream out;

  /** Creates the file; it must not exist. */
  RunWriter(Path file) throws IOException {
    out =
        new DataOutputStream(
            new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BUFFER_BYTES));
  }

  void write(byte[] entry) throws IOException {
    out.writeInt(entry.length);
    out.write(entry);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
