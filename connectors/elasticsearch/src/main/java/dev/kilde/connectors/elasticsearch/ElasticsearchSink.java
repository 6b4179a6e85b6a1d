package dev.kilde.connectors.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes documents to Elasticsearch in bulk, at least once, each with its external version, so that
 * the index ends with the newest version of each whatever is written twice or out of order.
 *
 * <p>An outage holds the stream up and is waited for with growing rests; a document that does not
 * fit goes to {@link RejectedWrites} and the others of its batch arrive; a refusal that no retry
 * can mend fails the job with a message that names address, target and remedy ({@link
 * ItemOutcome}).
 *
 * <p>While the stream is held up no checkpoint can complete, so a job should tolerate failed
 * checkpoints.
 */
public final class ElasticsearchSink extends AsyncSinkBase<DocumentWrite, DocumentWrite> {
  private static final long serialVersionUID = 1L;

  // Only a safety net: the client's own timeout ends each of the few requests a batch can take.
  private static final Duration AT_LEAST = Duration.ofMinutes(10);

  private final ElasticsearchConnection connection;
  private final WriteLimits limits;
  private final boolean aliasesOnly;
  private final TargetPreparation preparation;
  private final RejectedWrites rejectedWrites;

  /**
   * @param aliasesOnly refuse to write to what is not an alias, so that no index is made by mistake
   * @param preparation makes a target ready before the first write to it
   * @param rejectedWrites where documents go that do not fit
   */
  public ElasticsearchSink(
      ElasticsearchConnection connection,
      WriteLimits limits,
      boolean aliasesOnly,
      TargetPreparation preparation,
      RejectedWrites rejectedWrites) {
    super(
        new AsItIs(),
        limits.maxBatchDocuments(),
        limits.maxInFlight(),
        limits.maxBuffered(),
        limits.maxBatchBytes(),
        limits.maxWait().toMillis(),
        limits.maxDocumentBytes());
    this.connection = connection;
    this.limits = limits;
    this.aliasesOnly = aliasesOnly;
    this.preparation = preparation;
    this.rejectedWrites = rejectedWrites;
  }

  @Override
  public SinkWriter<DocumentWrite> createWriter(WriterInitContext context) throws IOException {
    return writer(context, List.of());
  }

  @Override
  public StatefulSinkWriter<DocumentWrite, BufferedRequestState<DocumentWrite>> restoreWriter(
      WriterInitContext context, Collection<BufferedRequestState<DocumentWrite>> states)
      throws IOException {
    return writer(context, states);
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<DocumentWrite>> getWriterStateSerializer() {
    return new WriterStateSerializer();
  }

  private ElasticsearchWriter writer(
      WriterInitContext context, Collection<BufferedRequestState<DocumentWrite>> states)
      throws IOException {
    ProcessingTimeService time = context.getProcessingTimeService();
    PatientRateLimit rateLimit =
        new PatientRateLimit(
            limits.maxInFlight(),
            limits.maxBatchDocuments(),
            limits.backOff(),
            (delay, wake) ->
                time.registerTimer(
                    time.getCurrentProcessingTime() + delay.toMillis(), instant -> wake.run()));
    ElasticsearchAsyncClient client = connection.open(limits.maxInFlight() + 2, System.getenv());
    try {
      return new ElasticsearchWriter(
          this,
          context,
          states,
          client,
          rejectedWrites.open(context),
          rateLimit,
          configuration(rateLimit, states));
    } catch (IOException | RuntimeException e) {
      client._transport().close();
      throw e;
    }
  }

  // A document from an older savepoint may be larger than the limit of today: it was let in then.
  private AsyncSinkWriterConfiguration configuration(
      PatientRateLimit rateLimit, Collection<BufferedRequestState<DocumentWrite>> states) {
    long largest =
        states.stream()
            .flatMap(state -> state.getBufferedRequestEntries().stream())
            .mapToLong(RequestEntryWrapper::getSize)
            .max()
            .orElse(0);
    return AsyncSinkWriterConfiguration.builder()
        .setMaxBatchSize(limits.maxBatchDocuments())
        .setMaxBatchSizeInBytes(Math.max(limits.maxBatchBytes(), largest))
        .setMaxInFlightRequests(limits.maxInFlight())
        .setMaxBufferedRequests(limits.maxBuffered())
        .setMaxTimeInBufferMS(limits.maxWait().toMillis())
        .setMaxRecordSizeInBytes(Math.max(limits.maxDocumentBytes(), largest))
        .setRequestTimeoutMS(
            Math.max(AT_LEAST.toMillis(), connection.requestTimeout().toMillis() * 4))
        .setRateLimitingStrategy(rateLimit)
        .build();
  }

  ElasticsearchConnection connection() {
    return connection;
  }

  WriteLimits limits() {
    return limits;
  }

  boolean aliasesOnly() {
    return aliasesOnly;
  }

  TargetPreparation preparation() {
    return preparation;
  }

  ElementConverter<DocumentWrite, DocumentWrite> elementConverter() {
    return getElementConverter();
  }

  /** The stream already carries what the writer buffers. */
  private static final class AsItIs implements ElementConverter<DocumentWrite, DocumentWrite> {
    private static final long serialVersionUID = 1L;

    @Override
    public DocumentWrite apply(DocumentWrite write, SinkWriter.Context context) {
      return write;
    }
  }
}
