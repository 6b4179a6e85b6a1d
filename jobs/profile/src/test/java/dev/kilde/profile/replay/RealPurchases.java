package dev.kilde.profile.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * A set of purchases that were really made.
 *
 * @param folder with {@code events}
 */
record RealPurchases(Path folder) {

  /** The extract of a set that comes with the tests. */
  static RealPurchases carried(String set) {
    return new RealPurchases(Path.of("src/test/resources/data").resolve(set));
  }

  /**
   * The whole set: in the folder that the system property {@code kilde.data} names, else in {@code
   * shared/data} beside the checkout; without it the test is skipped.
   */
  static RealPurchases whole(String set) {
    String given = System.getProperty("kilde.data");
    if (given != null) {
      return new RealPurchases(Path.of(given).resolve(set));
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path data = up.resolve("shared/data").resolve(set);
      if (Files.isDirectory(data)) {
        return new RealPurchases(data);
      }
    }
    Assumptions.abort("no shared/data/" + set + " beside the checkout");
    throw new AssertionError();
  }

  Path events() {
    return folder.resolve("events");
  }

  /** The lines of a topic; none where it has no file. */
  List<String> lines(String topic) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : List.of(topic + ".jsonl", topic + ".jsonl.gz")) {
      Path file = events().resolve(name);
      if (!Files.exists(file)) {
        continue;
      }
      try (InputStream raw = Files.newInputStream(file);
          InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  /** The same, numbers as they stand. */
  List<JsonNode> read(String topic) throws IOException {
    List<JsonNode> trees = new ArrayList<>();
    for (String line : lines(topic)) {
      trees.add(ReplayFolder.JSON.readTree(line));
    }
    return trees;
  }
}
