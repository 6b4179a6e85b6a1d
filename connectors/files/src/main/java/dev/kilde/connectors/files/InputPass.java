package dev.kilde.connectors.files;

import dev.kilde.connectors.files.InputFolder.InputFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One first pass. This thread reads lines and sorts; others decode batches of lines between the
 * two. Batches come back in the order in which they were read and only a few are under way, so the
 * result does not depend on the threads and memory is bounded.
 */
final class InputPass implements Closeable {

  private static final int BATCH_LINES = 512;
  private static final int BATCH_BYTES = 1 << 18;

  private final InputFolder input;
  private final Path folder;
  private final OrderedInput.Options options;
  private final ExecutorService threads;

  /** Decoders that no thread uses just now. */
  private final Queue<BatchDecoder> idle = new ConcurrentLinkedQueue<>();

  private final Deque<Future<Batch.Decoded>> underWay = new ArrayDeque<>();
  private final RunSorter sorter;
  private final Path deadLetters;
  private final RunWriter letters;
  private final Tally tally = new Tally();
  private long blankLines;

  InputPass(InputFolder input, Path folder, OrderedInput.Options options) throws IOException {
    this.input = input;
    this.folder = folder;
    this.options = options;
    this.sorter = new RunSorter(folder, options.budgetBytes(), options.fanIn());
    this.deadLetters = folder.resolve("dead-letters");
    this.letters = new RunWriter(deadLetters);
    this.threads = Executors.newFixedThreadPool(options.threads());
  }

  /** Reads everything. Call once. */
  OrderedInput run() throws IOException {
    for (int index = 0; index < input.files().size(); index++) {
      readFile(input.files().get(index), index);
    }
    while (!underWay.isEmpty()) {
      takeOldest();
    }
    letters.close();
    return new OrderedInput(
        folder,
        sorter.finish(),
        deadLetters,
        input.files().stream().map(InputFile::name).toList(),
        input.ignored(),
        tally.records(),
        tally.rejected(),
        tally.afterAsOf(),
        blankLines,
        tally.unknownFields(),
        tally.first(),
        tally.last(),
        asOf(tally.last()));
  }

  private Instant asOf(@Nullable Instant last) {
    Instant asked = options.asOf();
    if (asked != null) {
      return asked;
    }
    return last == null ? Instant.EPOCH : last.plusMillis(1);
  }

  private void readFile(InputFile file, int index) throws IOException {
    try (Lines lines = open(file)) {
      List<Line> batch = new ArrayList<>(BATCH_LINES);
      int bytes = 0;
      for (Line line = next(lines, file); line != null; line = next(lines, file)) {
        batch.add(line);
        bytes += line.bytes().length;
        if (batch.size() == BATCH_LINES || bytes >= BATCH_BYTES) {
          hand(new Batch(file, index, batch));
          batch = new ArrayList<>(BATCH_LINES);
          bytes = 0;
        }
      }
      if (!batch.isEmpty()) {
        hand(new Batch(file, index, batch));
      }
      blankLines += lines.blankLines();
    }
  }

  private static Lines open(InputFile file) throws UnreadableInputException {
    try {
      InputStream in = Files.newInputStream(file.path());
      return new Lines(file.compressed() ? unzipped(in) : in);
    } catch (IOException failure) {
      throw UnreadableInputException.of(file.path(), failure);
    }
  }

  /**
   * All members of the file; unlike the JDK's, it refuses what follows them instead of dropping it.
   */
  private static InputStream unzipped(InputStream in) throws IOException {
    try {
      return new GzipCompressorInputStream(in, true);
    } catch (IOException failure) {
      in.close();
      throw failure;
    }
  }

  private static @Nullable Line next(Lines lines, InputFile file) throws UnreadableInputException {
    try {
      return lines.next();
    } catch (IOException failure) {
      throw UnreadableInputException.of(file.path(), failure);
    }
  }

  private void hand(Batch batch) throws IOException {
    underWay.add(threads.submit(() -> decode(batch)));
    if (underWay.size() > 2 * options.threads()) {
      takeOldest();
    }
  }

  private Batch.Decoded decode(Batch batch) {
    BatchDecoder free = idle.poll();
    BatchDecoder decoder = free == null ? new BatchDecoder(options.asOf(), options.now()) : free;
    Batch.Decoded decoded = decoder.decode(batch);
    idle.add(decoder);
    return decoded;
  }

  private void takeOldest() throws IOException {
    Batch.Decoded decoded = await(underWay.remove());
    tally.add(decoded.tally());
    for (byte[] letter : decoded.letters()) {
      letters.write(letter);
    }
    for (byte[] entry : decoded.entries()) {
      sorter.add(entry);
    }
  }

  private static Batch.Decoded await(Future<Batch.Decoded> batch) throws IOException {
    try {
      return batch.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading the input");
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a batch of lines could not be decoded", failure.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    letters.close();
  }
}
