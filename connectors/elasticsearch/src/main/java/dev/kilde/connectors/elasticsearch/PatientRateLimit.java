package dev.kilde.connectors.elasticsearch;

import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;
import org.jspecify.annotations.Nullable;

/**
 * Lets a bounded number of requests be under way; after a failure it rests, and until a request has
 * succeeded it lets one through at a time to see whether the cluster is back. Lives on the task's
 * mailbox thread.
 */
final class PatientRateLimit implements RateLimitingStrategy {

  /** Runs something on the mailbox thread after a while. */
  @FunctionalInterface
  interface Alarm {
    Future<?> after(Duration delay, Runnable wake);
  }

  private final int maxInFlight;
  private final int maxBatchSize;
  private final BackOff backOff;
  private final Alarm alarm;

  private int inFlight;
  private int failures;
  private int rests;
  private boolean resting;
  private @Nullable Future<?> nextAlarm;

  PatientRateLimit(int maxInFlight, int maxBatchSize, BackOff backOff, Alarm alarm) {
    this.maxInFlight = maxInFlight;
    this.maxBatchSize = maxBatchSize;
    this.backOff = backOff;
    this.alarm = alarm;
  }

  /** Part of a request was taken: the cluster answers, so the next rest is a short one again. */
  void progressed() {
    failures = 0;
  }

  /** Requests in a row of which nothing was taken. */
  int failures() {
    return failures;
  }

  @Override
  public void registerInFlightRequest(RequestInfo request) {
    inFlight++;
  }

  @Override
  public void registerCompletedRequest(ResultInfo result) {
    inFlight--;
    if (result.getFailedMessages() == 0) {
      failures = 0;
      resting = false;
      return;
    }
    failures++;
    resting = true;
    if (nextAlarm != null) {
      nextAlarm.cancel(false);
    }
    int thisRest = ++rests;
    nextAlarm = alarm.after(backOff.after(failures), () -> endRest(thisRest));
  }

  private void endRest(int rest) {
    if (rest == rests) {
      resting = false;
    }
  }

  @Override
  public boolean shouldBlock(RequestInfo request) {
    return resting || inFlight >= (failures > 0 ? 1 : maxInFlight);
  }

  @Override
  public int getMaxBatchSize() {
    return maxBatchSize;
  }
}
