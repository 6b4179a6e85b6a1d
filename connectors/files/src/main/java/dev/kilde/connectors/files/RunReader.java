package dev.kilde.connectors.files;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RunWriter} wrote. */
final class RunReader implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final DataInputStream in;
  private final byte[] lengthBytes = new byte[Integer.BYTES];

  RunReader(Path file) throws IOException {
    this.file = file;
    this.in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES));
  }

  /**
   * The next entry, null at the end.
   *
   * @throws IOException if the file ends inside an entry, or cannot be read
   */
  byte @Nullable [] next() throws IOException {
    int read = in.readNBytes(lengthBytes, 0, Integer.BYTES);
    if (read == 0) {
      return null;
    }
    int length =
        (lengthBytes[0] & 0xff) << 24
            | (lengthBytes[1] & 0xff) << 16
            | (lengthBytes[2] & 0xff) << 8
            | (lengthBytes[3] & 0xff);
    byte[] entry = in.readNBytes(Math.max(length, 0));
    if (read < Integer.BYTES || entry.length != length) {
      throw new EOFException("the temporary file " + file + " is damaged; run again");
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
