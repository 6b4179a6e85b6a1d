package dev.kilde.connectors.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilde.connectors.input.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Input folders and reading them, for the tests of this package. */
final class Folder {

  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private final Path path;
  private final Path work;

  private Folder(Path path, Path work) {
    this.path = path;
    this.work = work;
  }

  /** Two new folders below the given one: for input, and for temporary files. */
  static Folder in(Path root) throws IOException {
    return new Folder(
        Files.createDirectories(root.resolve("events")),
        Files.createDirectories(root.resolve("work")));
  }

  Path path() {
    return path;
  }

  Path work() {
    return work;
  }

  Folder write(String name, String... lines) throws IOException {
    return write(name, (String.join("\n", lines) + "\n").getBytes(UTF_8));
  }

  Folder write(String name, byte[] bytes) throws IOException {
    Files.write(path.resolve(name), name.endsWith(".gz") ? zipped(bytes) : bytes);
    return this;
  }

  OrderedInput read() throws IOException {
    return read(null);
  }

  OrderedInput read(@Nullable Instant asOf) throws IOException {
    return OrderedInput.read(path, OrderedInput.Options.defaults(asOf, work, NOW));
  }

  /** Everything a replay of the input emits. */
  static List<Input> play(OrderedInput input, Pace pace) throws IOException {
    return rest(new ReplaySequence(new ReplayFiles(input, input.asOf(), pace)));
  }

  static List<Input> rest(ReplaySequence sequence) throws IOException {
    List<Input> all = new ArrayList<>();
    try (sequence) {
      for (Input next = sequence.next(); next != null; next = sequence.next()) {
        all.add(next);
      }
    }
    return all;
  }

  static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  /** A tracking line; the e-mail address carries what else it is about. */
  static String viewed(String eventId, String occurredAt, String email) {
    return """
    {"tenant":"shop","eventId":"%s","occurredAt":"%s","identifiers":{"email":"%s"},"name":"page_viewed"}\
    """
        .formatted(eventId, occurredAt, email);
  }

  static String viewed(String eventId, String occurredAt) {
    return viewed(eventId, occurredAt, "a@example.org");
  }

  static String permission(String eventId, String occurredAt) {
    return """
    {"tenant":"shop","eventId":"%s","occurredAt":"%s","identifiers":{"email":"a@example.org"},\
    "channel":"email","purpose":"newsletter","status":"granted"}\
    """
        .formatted(eventId, occurredAt);
  }
}
