package dev.kilde.profile.replay;

import dev.kilde.schemas.Topic;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What erasures asked of weaker identifiers in the passes so far: the loop that live goes through
 * the privacy topic.
 */
final class DerivedErasures implements AutoCloseable {

  private final Path folder;
  private final Path known;
  private final TreeSet<String> requests = new TreeSet<>();

  private DerivedErasures(Path folder, Path known) {
    this.folder = folder;
    this.known = known;
  }

  /** None yet; files are kept in a folder of their own in {@code work}. */
  static DerivedErasures in(Path work) throws IOException {
    Path folder = Files.createTempDirectory(work, "erasures");
    return new DerivedErasures(folder, folder.resolve("known.jsonl"));
  }

  /** Where a pass writes what it asks. */
  Path folder() {
    return folder;
  }

  /** What a pass reads besides the input; null: nothing. */
  @Nullable Path file() {
    return requests.isEmpty() ? null : known;
  }

  /** Whether the last pass asked anything new. */
  boolean grew() throws IOException {
    Path asked = folder.resolve(Topic.PRIVACY.topicName() + ".jsonl");
    if (!Files.exists(asked) || !requests.addAll(Files.readAllLines(asked))) {
      return false;
    }
    Files.write(known, requests);
    return true;
  }

  /** Deletes its files: they hold addresses. */
  @Override
  public void close() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
