package dev.kilde.connectors.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Appends a line {@code code id json} for each rejected write, when flushed. */
record RejectedToFile(String file) implements RejectedWrites {

  @Override
  public SinkWriter<RejectedWrite> open(WriterInitContext context) {
    return new Writer(Path.of(file));
  }

  private static final class Writer implements SinkWriter<RejectedWrite> {
    private final Path file;
    private final List<String> lines = new ArrayList<>();

    Writer(Path file) {
      this.file = file;
    }

    @Override
    public void write(RejectedWrite rejected, Context context) {
      lines.add(
          String.join(
              " ",
              rejected.code(),
              rejected.write().id(),
              new String(rejected.write().json(), UTF_8)));
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      lines.clear();
    }

    @Override
    public void close() {}
  }
}
