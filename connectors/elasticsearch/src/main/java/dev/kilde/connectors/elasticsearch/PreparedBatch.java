package dev.kilde.connectors.elasticsearch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A batch of which some targets may not be ready: their writes are held back and share the
 * preparation's outcome.
 */
final class PreparedBatch {
  private final List<DocumentWrite> batch;
  private final Map<String, ItemOutcome> notReady;

  private PreparedBatch(List<DocumentWrite> batch, Map<String, ItemOutcome> notReady) {
    this.batch = batch;
    this.notReady = notReady;
  }

  /**
   * @param ready for each target of the batch its preparation, all of them over
   */
  static PreparedBatch of(List<DocumentWrite> batch, Map<String, CompletableFuture<Void>> ready) {
    Map<String, ItemOutcome> notReady = new HashMap<>();
    ready.forEach(
        (target, preparation) -> {
          if (preparation.isCompletedExceptionally()) {
            notReady.put(target, outcome(failure(preparation)));
          }
        });
    return new PreparedBatch(batch, notReady);
  }

  private static Throwable failure(CompletableFuture<Void> preparation) {
    try {
      preparation.join();
      throw new IllegalStateException("a preparation failed and did not");
    } catch (CompletionException | CancellationException e) {
      return e;
    }
  }

  // What a preparation asks for is wrong for every document, so it is never one document's fault.
  private static ItemOutcome outcome(Throwable failure) {
    ItemOutcome outcome = RequestFailure.classify(failure);
    return outcome instanceof ItemOutcome.Reject reject
        ? new ItemOutcome.Fatal(
            "its index cannot be made ready, " + reject.detail(),
            "compare the index, its template and the alias with what this job expects")
        : outcome;
  }

  /** Those that may be sent. */
  List<DocumentWrite> writes() {
    return notReady.isEmpty()
        ? batch
        : batch.stream().filter(write -> !notReady.containsKey(write.target())).toList();
  }

  /**
   * One outcome for each write of the batch, in its order.
   *
   * @param sent the outcomes of {@link #writes()}
   */
  List<ItemOutcome> outcomes(List<ItemOutcome> sent) {
    List<ItemOutcome> all = new ArrayList<>(batch.size());
    Iterator<ItemOutcome> next = sent.iterator();
    for (DocumentWrite write : batch) {
      ItemOutcome heldBack = notReady.get(write.target());
      all.add(heldBack == null ? next.next() : heldBack);
    }
    return all;
  }
}
