package dev.kilde.connectors.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers which targets are ready, so that each is prepared once; one that failed is tried again.
 * Single-threaded.
 */
final class PreparedTargets {
  private final TargetPreparation preparation;
  private final ElasticsearchAsyncClient client;
  private final Map<String, CompletableFuture<Void>> targets = new HashMap<>();

  PreparedTargets(TargetPreparation preparation, ElasticsearchAsyncClient client) {
    this.preparation = preparation;
    this.client = client;
  }

  CompletableFuture<Void> ready(String target) {
    CompletableFuture<Void> known = targets.get(target);
    if (known != null && !known.isCompletedExceptionally()) {
      return known;
    }
    CompletableFuture<Void> asked = preparation.prepare(client, target);
    targets.put(target, asked);
    return asked;
  }
}
