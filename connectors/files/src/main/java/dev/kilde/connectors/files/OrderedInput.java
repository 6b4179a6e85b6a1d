package dev.kilde.connectors.files;

import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.Topic;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder of JSON lines after the first pass: every line decoded, validated and either a record in
 * a sorted run on disk or a dead letter beside it.
 *
 * <p>The records are in the order of a replay: {@code occurredAt}, topic name, {@code eventId}
 * (strings compared as UTF-8 bytes), then their wire form, so the order does not depend on which
 * file or line a record came from.
 *
 * @param folder the temporary folder that holds the runs and the dead letters
 * @param runs sorted files of records
 * @param deadLetters file of the dead letters, in order of file and line
 * @param files names of the files read, in the input folder
 * @param ignored names of the other files in the input folder
 * @param records records in the runs, by topic; a topic without any is not in the map
 * @param rejected dead letters by reason
 * @param afterAsOf valid records left out because they occurred later than asked for
 * @param blankLines lines of nothing but whitespace, passed over
 * @param unknownFields fields that no schema knows, ignored
 * @param firstAt when the first of the records occurred, null if there are none
 * @param lastAt when the last of the records occurred, null if there are none
 * @param asOf the instant that the replay ends at: the one asked for, else the last event's plus 1
 *     ms; the epoch if there is neither
 */
public record OrderedInput(
    Path folder,
    List<Path> runs,
    Path deadLetters,
    List<String> files,
    List<String> ignored,
    Map<Topic, Long> records,
    Map<Rejection.Reason, Long> rejected,
    long afterAsOf,
    long blankLines,
    long unknownFields,
    @Nullable Instant firstAt,
    @Nullable Instant lastAt,
    Instant asOf) {

  /** Copies the collections. */
  public OrderedInput {
    runs = List.copyOf(runs);
    files = List.copyOf(files);
    ignored = List.copyOf(ignored);
    records = Map.copyOf(records);
    rejected = Map.copyOf(rejected);
  }

  /**
   * How to read.
   *
   * @param asOf records that occurred later are left out, one at exactly this instant is not; null
   *     keeps all
   * @param workFolder where temporary files go, in a new folder of their own; must exist
   * @param budgetBytes how many bytes of encoded records are held before they go to disk
   * @param fanIn how many runs are merged at a time, at least 2; each costs a buffer of 64 KiB and
   *     one record
   * @param threads how many threads decode beside the one that reads, at least 1; the result does
   *     not depend on it
   * @param now what dead letters say of when they were refused
   * @param privacy a file of requests that are read besides the folder; null: none
   */
  public record Options(
      @Nullable Instant asOf,
      Path workFolder,
      long budgetBytes,
      int fanIn,
      int threads,
      Instant now,
      @Nullable Path privacy) {

    /** 64 MiB of records in memory, 32 runs at a time, a thread for each processor. */
    public static Options defaults(@Nullable Instant asOf, Path workFolder, Instant now) {
      return new Options(
          asOf, workFolder, 64L << 20, 32, Runtime.getRuntime().availableProcessors(), now, null);
    }

    /** The same, with the requests of a file besides. */
    public Options with(@Nullable Path requests) {
      return new Options(asOf, workFolder, budgetBytes, fanIn, threads, now, requests);
    }

    /** Checks the bounds. */
    public Options {
      if (budgetBytes < 1 || fanIn < 2 || threads < 1) {
        throw new IllegalArgumentException(
            "budgetBytes must be at least 1, fanIn at least 2, threads at least 1");
      }
    }
  }

  /**
   * Reads every {@code <topic>.jsonl} and {@code <topic>.jsonl.gz} of an input topic in the folder.
   *
   * @throws UnreadableInputException if the folder or a file in it cannot be read, or there is none
   * @throws UnwritableOutputException if the temporary files cannot be written
   * @throws InterruptedIOException if the thread is interrupted
   */
  public static OrderedInput read(Path inputFolder, Options options) throws IOException {
    InputFolder input = InputFolder.open(inputFolder).with(options.privacy());
    Path folder = TemporaryFolder.create(options.workFolder());
    try (InputPass pass = new InputPass(input, folder, options)) {
      return pass.run();
    } catch (UnreadableInputException | InterruptedIOException | RuntimeException failure) {
      TemporaryFolder.delete(folder);
      throw failure;
    } catch (IOException failure) {
      TemporaryFolder.delete(folder);
      throw UnwritableOutputException.of(folder, failure);
    }
  }

  /** Dead letters, all reasons together. */
  public long rejectedTotal() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records in the runs, all topics together. */
  public long recordsTotal() {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Deletes the temporary files; the source that reads them must have ended. */
  public void delete() throws IOException {
    TemporaryFolder.delete(folder);
  }
}
