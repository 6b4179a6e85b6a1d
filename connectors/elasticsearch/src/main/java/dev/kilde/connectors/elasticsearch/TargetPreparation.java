package dev.kilde.connectors.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;

/**
 * Makes an index or alias ready before the first write to it. Each subtask asks for itself, so a
 * preparation must be safe to do twice and at the same time. One that fails is judged like a failed
 * bulk request: tried again, or fatal.
 */
@FunctionalInterface
public interface TargetPreparation extends Serializable {

  /**
   * Completes when writes to {@code target} may begin; completes with a {@link
   * FatalAnswerException} to stop the job with its message. Must not block.
   */
  CompletableFuture<Void> prepare(ElasticsearchAsyncClient client, String target);

  /** For targets that stand already. */
  static TargetPreparation none() {
    return (client, target) -> CompletableFuture.completedFuture(null);
  }
}
