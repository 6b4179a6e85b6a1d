package dev.kilde.profile.keeper;

import dev.kilde.core.verdict.Instants;
import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.profile.rules.Rules;
import dev.kilde.profile.rules.Sweeping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.jspecify.annotations.Nullable;

/**
 * Has everybody judged by new rules, a slice at a time, once event time has reached the instant
 * from which they hold.
 *
 * <pre>
 *   new rules ──> wait for their instant ──> slice, pause, slice, pause, ... ──> all are judged
 * </pre>
 */
final class Sweep {

  /** Share of people that are done, 0 to 1; 1 where nothing is to be done. */
  static final String PROGRESS = "sweep-progress";

  /** A record that comes meanwhile waits for about this long. */
  private static final Duration SLICE = Duration.ofMillis(10);

  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Rules rules;
  private final Sweeping sweeping;
  private final ProcessingTimeService time;

  /** By when they take effect, tenants whose people are to be judged then. */
  private final NavigableMap<Instant, List<String>> waiting = new TreeMap<>();

  private boolean again;
  private @Nullable ScheduledFuture<?> next;

  /**
   * @param unfinished whether people were being judged when state was last kept
   */
  Sweep(
      Rules rules,
      Sweeping sweeping,
      ProcessingTimeService time,
      MetricGroup metrics,
      boolean unfinished) {
    this.rules = rules;
    this.sweeping = sweeping;
    this.time = time;
    this.again = unfinished;
    metrics.gauge(PROGRESS, sweeping::progress);
  }

  /** Whether people remain to be judged, or will. */
  boolean isUnfinished() {
    return again || sweeping.isRunning() || !waiting.isEmpty();
  }

  /** New rules. */
  void take(RuleUpdate update, Instant watermark) {
    if (rules.take(update, watermark)) {
      waiting
          .computeIfAbsent(
              Instants.latest(watermark, update.effectiveAt()), key -> new ArrayList<>())
          .add(update.tenant());
      advance(watermark);
    }
  }

  /** Event time is about to come so far. */
  void begin(Instant watermark) {
    again |= rules.begin(watermark);
  }

  /** Event time has come so far. */
  void advance(Instant watermark) {
    while (!waiting.isEmpty() && !waiting.firstKey().isAfter(watermark)) {
      waiting.pollFirstEntry();
      again = true;
    }
    if (again && next == null) {
      schedule(watermark);
    }
  }

  void close() {
    if (next != null) {
      next.cancel(false);
    }
    sweeping.close();
  }

  private void schedule(Instant watermark) {
    next =
        time.registerTimer(
            time.getCurrentProcessingTime() + PAUSE.toMillis(), instant -> goOn(watermark));
  }

  private void goOn(Instant watermark) throws Exception {
    next = null;
    if (!sweeping.isRunning()) {
      again = false;
      sweeping.begin();
    }
    sweeping.slice(SLICE.toNanos());
    if (sweeping.isRunning() || again) {
      schedule(watermark);
    } else {
      rules.forgetBefore(watermark);
    }
  }
}
