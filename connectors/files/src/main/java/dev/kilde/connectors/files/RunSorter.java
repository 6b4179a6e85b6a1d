package dev.kilde.connectors.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Sorts more entries than fit into memory: full buffers go to disk as sorted runs, and runs are
 * merged until few enough are left to be merged while they are read.
 */
final class RunSorter {

  /** What an entry costs beside its bytes: array header, padding and reference, in bytes. */
  private static final int ENTRY_OVERHEAD = 24;

  private final Path folder;
  private final long budgetBytes;
  private final int fanIn;
  private final Deque<Path> runs = new ArrayDeque<>();
  private List<byte[]> held = new ArrayList<>();
  private long heldBytes;
  private long mostHeldBytes;
  private int created;

  /**
   * A sorter that writes into the folder.
   *
   * @param budgetBytes how much it holds before it writes a run, overhead included; the entry that
   *     crosses the line is still taken
   * @param fanIn how many runs are merged at a time, and how many it leaves at most; at least 2
   */
  RunSorter(Path folder, long budgetBytes, int fanIn) {
    this.folder = folder;
    this.budgetBytes = budgetBytes;
    this.fanIn = fanIn;
  }

  void add(byte[] entry) throws IOException {
    held.add(entry);
    heldBytes += entry.length + ENTRY_OVERHEAD;
    mostHeldBytes = Math.max(mostHeldBytes, heldBytes);
    if (heldBytes >= budgetBytes) {
      spill();
    }
  }

  /** The sorted runs, at most the fan-in; none if there were no entries. Call once. */
  List<Path> finish() throws IOException {
    if (!held.isEmpty()) {
      spill();
    }
    held = List.of();
    while (runs.size() > fanIn) {
      mergeOldest(Math.min(fanIn, runs.size() - fanIn + 1));
    }
    return List.copyOf(runs);
  }

  /** The most bytes held at any time, overhead included. */
  long mostHeldBytes() {
    return mostHeldBytes;
  }

  private void spill() throws IOException {
    held.sort(RunEntry.ORDER);
    Path run = newRun();
    try (RunWriter writer = new RunWriter(run)) {
      for (byte[] entry : held) {
        writer.write(entry);
      }
    }
    runs.add(run);
    held = new ArrayList<>();
    heldBytes = 0;
  }

  private void mergeOldest(int count) throws IOException {
    List<Path> merged = new ArrayList<>();
    while (merged.size() < count) {
      merged.add(runs.remove());
    }
    Path run = newRun();
    try (MergedRuns entries = new MergedRuns(merged);
        RunWriter writer = new RunWriter(run)) {
      for (byte[] entry = entries.next(); entry != null; entry = entries.next()) {
        writer.write(entry);
      }
    }
    for (Path path : merged) {
      Files.delete(path);
    }
    runs.add(run);
  }

  private Path newRun() {
    return folder.resolve("run-" + created++);
  }
}
