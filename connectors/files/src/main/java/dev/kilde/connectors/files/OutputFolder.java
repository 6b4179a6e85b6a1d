package dev.kilde.connectors.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The folder that output files go to. */
public final class OutputFolder {

  private OutputFolder() {}

  /**
   * Creates the folder with all above it, and proves that a file can be written in it. Call it
   * before a job starts, so that hours of work do not end in an error that one could have had at
   * once.
   *
   * @throws UnwritableOutputException if that fails
   */
  public static void prepare(Path folder) throws UnwritableOutputException {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".kilde-", ".tmp"));
    } catch (FileAlreadyExistsException taken) {
      throw new UnwritableOutputException(
          "cannot write to " + folder + ": " + taken.getFile() + " is a file, not a folder", taken);
    } catch (IOException failure) {
      throw new UnwritableOutputException(
          "cannot write to " + folder + ": " + UnreadableInputException.inWords(failure), failure);
    }
  }

  /**
   * Writes a file of so many lines in place of an earlier one, or leaves that as it was.
   *
   * @param lines without line feeds
   * @throws UnwritableOutputException if that fails
   */
  public static void write(Path folder, String name, List<String> lines)
      throws UnwritableOutputException {
    prepare(folder);
    Path file = folder.resolve(name);
    Path temporary = folder.resolve("." + name + ".tmp");
    try {
      Files.write(temporary, lines);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw UnwritableOutputException.of(file, failure);
    }
  }
}
