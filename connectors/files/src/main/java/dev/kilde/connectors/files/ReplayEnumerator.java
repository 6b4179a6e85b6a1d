package dev.kilde.connectors.files;

import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives the one split to the first reader that asks, and tells every reader that there is no more.
 */
final class ReplayEnumerator implements SplitEnumerator<ReplaySplit, UnassignedReplay> {

  private final SplitEnumeratorContext<ReplaySplit> context;
  private @Nullable ReplaySplit unassigned;

  ReplayEnumerator(SplitEnumeratorContext<ReplaySplit> context, @Nullable ReplaySplit unassigned) {
    this.context = context;
    this.unassigned = unassigned;
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, @Nullable String hostname) {
    if (unassigned != null) {
      context.assignSplit(unassigned, subtask);
      unassigned = null;
    }
    context.signalNoMoreSplits(subtask);
  }

  @Override
  public void addSplitsBack(List<ReplaySplit> splits, int subtask) {
    for (ReplaySplit split : splits) {
      unassigned = split;
    }
  }

  /** Readers ask by themselves when they start. */
  @Override
  public void addReader(int subtask) {}

  @Override
  public UnassignedReplay snapshotState(long checkpointId) {
    return new UnassignedReplay(unassigned);
  }

  @Override
  public void close() {}
}
