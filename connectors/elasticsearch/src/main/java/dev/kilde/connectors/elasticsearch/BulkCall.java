package dev.kilde.connectors.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends writes in one bulk request and judges each. A request that is refused as a whole because of
 * what it holds (400, 413) is sent again in halves, down to the document that is the trouble:
 *
 * <pre>
 * [a b c d] -> 413     [a b] -> done, done     [c d] -> 413     [c] -> 413, rejected     [d] -> done
 * </pre>
 */
final class BulkCall {
  private final ElasticsearchAsyncClient client;
  private final boolean aliasesOnly;

  /**
   * @param aliasesOnly refuse to write to what is not an alias, so that no index is made by mistake
   */
  BulkCall(ElasticsearchAsyncClient client, boolean aliasesOnly) {
    this.client = client;
    this.aliasesOnly = aliasesOnly;
  }

  /** One outcome for each write, in their order. Never completes exceptionally. */
  CompletableFuture<List<ItemOutcome>> send(List<DocumentWrite> writes) {
    if (writes.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    BulkRequest request =
        BulkRequest.of(
            bulk ->
                bulk.operations(writes.stream().map(BulkCall::operation).toList())
                    .requireAlias(aliasesOnly ? true : null));
    return client.bulk(request).handle(Answer::new).thenCompose(answer -> judged(writes, answer));
  }

  /** What came of a request: a response or a failure. */
  private record Answer(@Nullable BulkResponse response, @Nullable Throwable failure) {}

  private CompletableFuture<List<ItemOutcome>> judged(List<DocumentWrite> writes, Answer answer) {
    if (answer.response() != null) {
      return CompletableFuture.completedFuture(outcomes(writes, answer.response()));
    }
    @Nullable Throwable failure = answer.failure();
    ItemOutcome whole =
        failure == null ? new ItemOutcome.Retry("no answer") : RequestFailure.classify(failure);
    if (whole instanceof ItemOutcome.Reject && writes.size() > 1) {
      int half = writes.size() / 2;
      return send(writes.subList(0, half))
          .thenCombine(send(writes.subList(half, writes.size())), BulkCall::joined);
    }
    return CompletableFuture.completedFuture(Collections.nCopies(writes.size(), whole));
  }

  private static List<ItemOutcome> outcomes(List<DocumentWrite> writes, BulkResponse answer) {
    List<BulkResponseItem> items = answer.items();
    if (items.size() != writes.size()) {
      String why = "an answer on " + items.size() + " of " + writes.size() + " documents";
      return Collections.nCopies(writes.size(), new ItemOutcome.Retry(why));
    }
    return items.stream().map(BulkCall::outcome).toList();
  }

  private static ItemOutcome outcome(BulkResponseItem item) {
    ErrorCause error = item.error();
    return error == null
        ? ItemOutcome.classify(item.status(), null, null)
        : ItemOutcome.classify(item.status(), error.type(), reason(error));
  }

  private static @Nullable String reason(ErrorCause error) {
    ErrorCause cause = error.causedBy();
    return cause == null || cause.reason() == null
        ? error.reason()
        : error.reason() + " (" + cause.reason() + ")";
  }

  private static BulkOperation operation(DocumentWrite write) {
    byte[] json = write.json();
    if (json == null) {
      return BulkOperation.of(
          operation ->
              operation.delete(
                  delete ->
                      delete
                          .index(write.target())
                          .id(write.id())
                          .routing(write.routing())
                          .version(write.version())
                          .versionType(VersionType.External)));
    }
    BinaryData document = BinaryData.of(json, ContentType.APPLICATION_JSON);
    return BulkOperation.of(
        operation ->
            operation.index(
                index ->
                    index
                        .index(write.target())
                        .id(write.id())
                        .routing(write.routing())
                        .version(write.version())
                        .versionType(VersionType.External)
                        .document(document)));
  }

  private static List<ItemOutcome> joined(List<ItemOutcome> first, List<ItemOutcome> second) {
    List<ItemOutcome> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
