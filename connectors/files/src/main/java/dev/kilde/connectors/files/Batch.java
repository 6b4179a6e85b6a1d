package dev.kilde.connectors.files;

import dev.kilde.connectors.files.InputFolder.InputFile;
import java.util.List;

/**
 * Some consecutive lines of one file: the unit of work that one thread decodes.
 *
 * @param file the file
 * @param fileIndex its place among the files
 * @param lines the lines, not blank
 */
record Batch(InputFile file, int fileIndex, List<Line> lines) {

  /**
   * What became of a batch.
   *
   * @param entries records to sort, as {@link RunEntry}
   * @param letters wire forms of the dead letters, in order of line
   * @param tally counts
   */
  record Decoded(List<byte[]> entries, List<byte[]> letters, Tally tally) {}
}
