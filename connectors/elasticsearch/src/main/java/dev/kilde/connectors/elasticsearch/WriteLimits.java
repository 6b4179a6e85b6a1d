package dev.kilde.connectors.elasticsearch;

import java.io.Serializable;
import java.time.Duration;

/**
 * How much at a time.
 *
 * @param maxBatchDocuments documents in one bulk request
 * @param maxBatchBytes about the size of one bulk request
 * @param maxDocumentBytes a larger document is rejected unsent; at most {@code maxBatchBytes}
 * @param maxInFlight bulk requests of one subtask under way at a time
 * @param maxBuffered documents of one subtask that wait; more than {@code maxBatchDocuments}. A
 *     full buffer holds up the stream
 * @param maxWait a document waits no longer than this for a batch to fill
 * @param backOff rest after failures
 */
public record WriteLimits(
    int maxBatchDocuments,
    long maxBatchBytes,
    long maxDocumentBytes,
    int maxInFlight,
    int maxBuffered,
    Duration maxWait,
    BackOff backOff)
    implements Serializable {

  public WriteLimits {
    require(maxBatchDocuments >= 1, "a batch holds one document or more");
    require(maxInFlight >= 1, "one request or more must be allowed to be under way");
    require(
        maxBuffered > maxBatchDocuments,
        "more documents must be allowed to wait than a batch holds");
    require(maxDocumentBytes >= 1, "a document must be allowed to have a size");
    require(maxBatchBytes >= maxDocumentBytes, "a batch must have room for the largest document");
    require(maxWait.toMillis() >= 1, "a document waits 1 ms or longer");
  }

  /** 500 documents or 5 MB a batch, 2 batches under way, 1 s wait, rests from 0.5 s to 30 s. */
  public static WriteLimits usual() {
    return new WriteLimits(
        500,
        5L << 20,
        5L << 20,
        2,
        5_000,
        Duration.ofSeconds(1),
        new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30)));
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
