package dev.kilde.connectors.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several sorted runs read as one, holding one entry and one buffer of each. */
final class MergedRuns implements Closeable {

  private final List<RunReader> readers = new ArrayList<>();
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparing(head -> head.entry, RunEntry.ORDER));

  /** Opens all runs; if one fails, none stays open. */
  MergedRuns(List<Path> runs) throws IOException {
    try {
      for (Path run : runs) {
        RunReader reader = new RunReader(run);
        readers.add(reader);
        byte[] first = reader.next();
        if (first != null) {
          heads.add(new Head(reader, first));
        }
      }
    } catch (IOException failure) {
      close();
      throw failure;
    }
  }

  /** The next entry of all runs in order, null at the end. */
  byte @Nullable [] next() throws IOException {
    Head head = heads.poll();
    if (head == null) {
      return null;
    }
    byte[] entry = head.entry;
    byte[] following = head.reader.next();
    if (following != null) {
      head.entry = following;
      heads.add(head);
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    IOException failed = null;
    for (RunReader reader : readers) {
      try {
        reader.close();
      } catch (IOException failure) {
        failed = failure;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  private static final class Head {
    private final RunReader reader;
    private byte[] entry;

    Head(RunReader reader, byte[] entry) {
      this.reader = reader;
      this.entry = entry;
    }
  }
}
