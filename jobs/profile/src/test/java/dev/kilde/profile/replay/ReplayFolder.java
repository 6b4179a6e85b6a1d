package dev.kilde.profile.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilde.profile.Sample;
import dev.kilde.profile.definition.Definitions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Input and output folders of replays below a temporary one. */
final class ReplayFolder {

  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  /** Numbers as they stand. */
  static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final Path root;

  ReplayFolder(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve("events"));
    Files.createDirectories(root.resolve("work"));
  }

  Path events() {
    return root.resolve("events");
  }

  /** Each sample becomes the next line of its topic's file. */
  ReplayFolder write(Iterable<Sample> samples) throws IOException {
    for (Sample sample : samples) {
      line(sample.topic().topicName() + ".jsonl", sample.json().getBytes(UTF_8));
    }
    return this;
  }

  ReplayFolder write(Sample... samples) throws IOException {
    return write(Arrays.asList(samples));
  }

  ReplayFolder line(String file, byte[] line) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(line);
    bytes.write('\n');
    Files.write(
        events().resolve(file),
        bytes.toByteArray(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return this;
  }

  ReplaySummary run(int parallelism, @Nullable Instant asOf) throws Exception {
    return run(events(), parallelism, asOf);
  }

  ReplaySummary run(Path events, int parallelism, @Nullable Instant asOf) throws Exception {
    return run(events, parallelism, asOf, Definitions.DEFAULT);
  }

  ReplaySummary run(Path events, int parallelism, @Nullable Instant asOf, Definitions definitions)
      throws Exception {
    return Replay.run(
        new ReplayOptions(
            events,
            root.resolve("out"),
            asOf,
            parallelism,
            definitions,
            null,
            root.resolve("work")),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** The lines of an output, sorted. */
  List<String> lines(String topic) throws IOException {
    return Files.readAllLines(root.resolve("out").resolve(topic + ".jsonl")).stream()
        .sorted()
        .toList();
  }

  /** The lines of an output as trees, sorted as text. */
  List<JsonNode> trees(String topic) throws IOException {
    List<JsonNode> trees = new ArrayList<>();
    for (String line : lines(topic)) {
      trees.add(JSON.readTree(line));
    }
    return trees;
  }
}
