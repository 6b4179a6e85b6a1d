package dev.kilde.connectors.files;

import dev.kilde.connectors.input.Input;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/** Plays the split if it gets it, else ends. All calls come from the task's thread. */
final class ReplayReader implements SourceReader<Input, ReplaySplit> {

  private final Runnable askForSplit;
  private final ReplayFiles files;
  private final CompletableFuture<Void> hasAnswer = new CompletableFuture<>();
  private final CompletableFuture<Void> noMoreSplits = new CompletableFuture<>();
  private @Nullable ReplaySplit split;
  private @Nullable ReplaySequence sequence;
  private long emitted;
  private boolean atEnd;

  ReplayReader(Runnable askForSplit, ReplayFiles files) {
    this.askForSplit = askForSplit;
    this.files = files;
  }

  @Override
  public void start() {
    askForSplit.run();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Input> output) throws IOException {
    if (split == null) {
      return hasAnswer.isDone() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
    }
    if (sequence == null) {
      emitted = split.emitted();
      sequence = new ReplaySequence(files);
      sequence.skip(emitted);
    }
    Input input = atEnd ? null : sequence.next();
    if (input == null) {
      atEnd = true; // a job fails whose task is gone before the coordinator's last word is there
      return noMoreSplits.isDone() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
    }
    emitted++;
    output.collect(input);
    return InputStatus.MORE_AVAILABLE;
  }

  @Override
  public List<ReplaySplit> snapshotState(long checkpointId) {
    if (split == null) {
      return List.of();
    }
    return List.of(sequence == null ? split : new ReplaySplit(emitted));
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return atEnd ? noMoreSplits : hasAnswer;
  }

  @Override
  public void addSplits(List<ReplaySplit> splits) {
    for (ReplaySplit given : splits) {
      split = given;
    }
    hasAnswer.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {
    noMoreSplits.complete(null);
    hasAnswer.complete(null);
  }

  @Override
  public void close() throws IOException {
    if (sequence != null) {
      sequence.close();
    }
  }
}
