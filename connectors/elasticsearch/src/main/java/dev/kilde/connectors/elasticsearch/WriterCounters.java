package dev.kilde.connectors.elasticsearch;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What became of the documents, counted by outcome; a document tried three times counts twice as
 * retried.
 *
 * @param done metric {@code documentsDone}
 * @param stale metric {@code documentsStale}
 * @param retried metric {@code documentsRetried}
 * @param rejected metric {@code documentsRejected}
 */
record WriterCounters(Counter done, Counter stale, Counter retried, Counter rejected) {
  static WriterCounters in(MetricGroup group) {
    return new WriterCounters(
        group.counter("documentsDone"),
        group.counter("documentsStale"),
        group.counter("documentsRetried"),
        group.counter("documentsRejected"));
  }
}
