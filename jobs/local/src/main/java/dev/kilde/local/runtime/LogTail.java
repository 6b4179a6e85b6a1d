package dev.kilde.local.runtime;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The end of a log, for an error message. */
final class LogTail {

  private static final int LINES = 20;
  private static final int BYTES = 16 * 1024;
  private static final int WIDTH = 300;

  private LogTail() {}

  /** The last lines, indented; a note where there are none. */
  static String of(Path log) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - BYTES);
      byte[] bytes = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      if (lines.isEmpty()) {
        return "  (the log is empty)";
      }
      return lines.stream()
          .skip(Math.max(0, lines.size() - LINES))
          .map(line -> "  " + line.substring(0, Math.min(WIDTH, line.length())))
          .collect(Collectors.joining(System.lineSeparator()));
    } catch (IOException unreadable) {
      return "  (the log cannot be read: " + unreadable.getMessage() + ")";
    }
  }
}
