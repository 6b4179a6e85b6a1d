package dev.kilde.local.command;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that is gone afterwards, also when Ctrl-C ends the command half way. */
public final class TemporaryFolder implements Closeable {

  private final Path path;
  private final Thread onExit = new Thread(this::delete, "delete temporary files");

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /** A new one. */
  public static TemporaryFolder create() throws IOException {
    TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory("kilde-"));
    Runtime.getRuntime().addShutdownHook(folder.onExit);
    return folder;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException exiting) {
      // the hook runs already, and finds nothing left
    }
  }

  private void delete() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("temporary files in " + path + " are left behind", e);
    }
  }
}
