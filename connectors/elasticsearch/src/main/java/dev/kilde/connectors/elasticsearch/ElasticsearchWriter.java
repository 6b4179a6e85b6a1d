package dev.kilde.connectors.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.DequeRequestBuffer;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.SimpleBatchCreator;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.util.function.ThrowingRunnable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes in batches and does what {@link ItemOutcome} says. Answers arrive on the client's threads
 * and are handed to the mailbox; everything that changes state happens there.
 */
final class ElasticsearchWriter extends AsyncSinkWriter<DocumentWrite, DocumentWrite> {
  private static final Logger LOG = LoggerFactory.getLogger(ElasticsearchWriter.class);

  private final String address;
  private final long maxDocumentBytes;
  private final MailboxExecutor mailbox;
  private final ElasticsearchAsyncClient client;
  private final PreparedTargets targets;
  private final BulkCall bulk;
  private final SinkWriter<RejectedWrite> rejectedWrites;
  private final PatientRateLimit rateLimit;
  private final WriterCounters counters;

  /**
   * @param client closed with the writer
   * @param rejectedWrites closed with the writer
   */
  ElasticsearchWriter(
      ElasticsearchSink sink,
      WriterInitContext context,
      Collection<BufferedRequestState<DocumentWrite>> states,
      ElasticsearchAsyncClient client,
      SinkWriter<RejectedWrite> rejectedWrites,
      PatientRateLimit rateLimit,
      AsyncSinkWriterConfiguration configuration) {
    super(
        sink.elementConverter(),
        context,
        configuration,
        states,
        new SimpleBatchCreator<>(configuration.getMaxBatchSizeInBytes()),
        new DequeRequestBuffer<>());
    this.address = sink.connection().address();
    this.maxDocumentBytes = sink.limits().maxDocumentBytes();
    this.mailbox = context.getMailboxExecutor();
    this.client = client;
    this.targets = new PreparedTargets(sink.preparation(), client);
    this.bulk = new BulkCall(client, sink.aliasesOnly());
    this.rejectedWrites = rejectedWrites;
    this.rateLimit = rateLimit;
    this.counters = WriterCounters.in(context.metricGroup());
  }

  @Override
  public void write(DocumentWrite write, Context context) throws IOException, InterruptedException {
    if (write.sizeInBytes() > maxDocumentBytes) {
      String detail = write.sizeInBytes() + " bytes, " + maxDocumentBytes + " are allowed";
      reject(new RejectedWrite(write, "too_large", detail));
    } else {
      super.write(write, context);
    }
  }

  @Override
  protected void submitRequestEntries(
      List<DocumentWrite> batch, ResultHandler<DocumentWrite> handler) {
    Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
    for (DocumentWrite write : batch) {
      ready.computeIfAbsent(write.target(), targets::ready);
    }
    CompletableFuture<?> unused =
        CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new))
            .handle((nothing, failure) -> PreparedBatch.of(batch, ready))
            .thenCompose(prepared -> bulk.send(prepared.writes()).thenApply(prepared::outcomes))
            .whenComplete(
                (outcomes, failure) -> {
                  if (failure != null) {
                    handler.completeExceptionally(new IOException(failure));
                  } else {
                    onMailbox(() -> settle(batch, outcomes, handler));
                  }
                });
  }

  private void settle(
      List<DocumentWrite> batch, List<ItemOutcome> outcomes, ResultHandler<DocumentWrite> handler)
      throws IOException, InterruptedException {
    List<DocumentWrite> again = new ArrayList<>();
    String why = "";
    for (int i = 0; i < batch.size(); i++) {
      DocumentWrite write = batch.get(i);
      ItemOutcome outcome = outcomes.get(i);
      if (outcome instanceof ItemOutcome.Done) {
        counters.done().inc();
      } else if (outcome instanceof ItemOutcome.Stale) {
        counters.stale().inc();
      } else if (outcome instanceof ItemOutcome.Retry retry) {
        counters.retried().inc();
        again.add(write);
        why = retry.why();
      } else if (outcome instanceof ItemOutcome.Reject reject) {
        reject(new RejectedWrite(write, reject.code(), reject.detail()));
      } else if (outcome instanceof ItemOutcome.Fatal fatal) {
        handler.completeExceptionally(FatalAnswerException.at(address, write.target(), fatal));
        return;
      }
    }
    if (again.size() < batch.size()) {
      rateLimit.progressed();
    }
    if (again.isEmpty()) {
      handler.complete();
    } else {
      logRetry(again, batch.size(), why);
      handler.retryForEntries(again);
    }
  }

  private void reject(RejectedWrite rejected) throws IOException, InterruptedException {
    counters.rejected().inc();
    rejectedWrites.write(rejected, OutsideOfTime.INSTANCE);
  }

  private void logRetry(List<DocumentWrite> again, int of, String why) {
    // The first, second, fourth, eighth ... failure in a row: an outage of a day is no flood.
    if (Integer.bitCount(rateLimit.failures() + 1) == 1) {
      LOG.warn(
          "Elasticsearch at {} did not take {} of {} documents, first for {} ({}); trying again,"
              + " failure {} in a row",
          address,
          again.size(),
          of,
          again.get(0).target(),
          why,
          rateLimit.failures() + 1);
    }
  }

  private void onMailbox(ThrowingRunnable<? extends Exception> action) {
    try {
      mailbox.execute(action, "settle a bulk answer of Elasticsearch");
    } catch (RejectedExecutionException e) {
      LOG.debug("an answer came after the task had ended", e);
    }
  }

  @Override
  protected long getSizeInBytes(DocumentWrite write) {
    return write.sizeInBytes();
  }

  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    super.flush(endOfInput);
    try {
      rejectedWrites.flush(endOfInput);
    } catch (IOException e) {
      throw new UncheckedIOException("Rejected documents could not be handed on.", e);
    }
  }

  @Override
  public void close() {
    try {
      rejectedWrites.close();
    } catch (Exception e) {
      LOG.warn("The writer of rejected documents did not close cleanly", e);
    }
    try {
      client._transport().close();
    } catch (IOException e) {
      LOG.warn("The Elasticsearch client did not close cleanly", e);
    }
  }
}
