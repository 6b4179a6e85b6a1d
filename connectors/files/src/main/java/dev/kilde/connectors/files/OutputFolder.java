package dev.kilde.connectors.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
