package dev.kilde.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which one set of servers runs: {@code logs/}, {@code data/}, {@code conf/}. It is
 * locked for as long as it is open, and opens empty: what an earlier run left is deleted.
 */
public final class Workspace implements AutoCloseable {

  private final Path folder;
  private final FileChannel lock;

  private Workspace(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Locks and empties a folder, creating it where it is missing.
   *
   * @throws LocalServerException if another process works in it, or it cannot be written
   */
  public static Workspace open(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      Workspace workspace = new Workspace(absolute, lock(absolute.resolve("lock")));
      workspace.empty();
      return workspace;
    } catch (IOException unwritable) {
      throw new LocalServerException(
          "The folder %s cannot be used: %s".formatted(absolute, unwritable), unwritable);
    }
  }

  /** Where each server writes its log, {@code <server>.log}. */
  public Path logs() {
    return folder.resolve("logs");
  }

  /** What the servers store. */
  public Path data() {
    return folder.resolve("data");
  }

  /** The configuration the servers were started with. */
  public Path conf() {
    return folder.resolve("conf");
  }

  /** Lets others use the folder; its content stays for reading. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      String owner = Files.readString(file).strip();
      channel.close();
      throw new LocalServerException(
          "Another Kilde (process %s) uses %s. End it first: Ctrl-C in its terminal, or `kill %s`."
              .formatted(owner, file.getParent(), owner));
    }
    channel.truncate(0);
    String pid = Long.toString(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private void empty() throws IOException {
    delete(data());
    delete(conf());
    for (Path part : List.of(logs(), data(), conf())) {
      Files.createDirectories(part);
    }
    try (Stream<Path> logs = Files.list(logs())) {
      for (Path log : logs.toList()) {
        // This process writes its own log while it runs.
        if (!log.endsWith("kilde.log")) {
          Files.deleteIfExists(log);
        }
      }
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
