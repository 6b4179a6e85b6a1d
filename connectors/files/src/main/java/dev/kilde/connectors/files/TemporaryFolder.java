package dev.kilde.connectors.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The flat folder in which a first pass keeps its files. */
final class TemporaryFolder {

  private TemporaryFolder() {}

  /**
   * A new folder in the given one.
   *
   * @throws UnwritableOutputException if it cannot be created
   */
  static Path create(Path parent) throws UnwritableOutputException {
    try {
      return Files.createTempDirectory(parent, "kilde-input-");
    } catch (IOException failure) {
      throw UnwritableOutputException.of(parent, failure);
    }
  }

  /** Deletes the folder and the files in it; nothing happens if it is gone. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
