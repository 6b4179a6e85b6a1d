package dev.kilde.local.command;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A temporary folder that is gone afterwards, also when Ctrl-C ends the command half way. */
public final class TemporaryFolder implements Closeable {

  /** Whoever writes here still has ended before so many. */
  private static final int MOST_WALKS = 100;

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
    try {
      for (int again = 0; Files.exists(path) && again < MOST_WALKS; again++) {
        Files.walkFileTree(path, new Deletion());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("temporary files in " + path + " are left behind", e);
    }
  }

  /** Deletes what is there, though Flink does the same with its own files meanwhile. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      return gone(failure);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        return gone(failure);
      }
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException filledMeanwhile) {
        // the next walk finds it
      }
      return FileVisitResult.CONTINUE;
    }

    private static FileVisitResult gone(IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
