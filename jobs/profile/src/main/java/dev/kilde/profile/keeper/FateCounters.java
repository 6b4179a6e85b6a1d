package dev.kilde.profile.keeper;

import dev.kilde.core.person.Fate;
import dev.kilde.profile.Tally;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;

/** Counts how inputs ended, as {@code events-applied}, {@code events-duplicate}, ... */
public final class FateCounters {

  private final Map<Fate, Tally> counts = new EnumMap<>(Fate.class);

  /** Counters of one operator; in the job's result all operators' add up. */
  public FateCounters(RuntimeContext context, MetricGroup metrics) {
    for (Fate fate : Fate.values()) {
      String name = fate.name().toLowerCase(Locale.ROOT).replace('_', '-');
      counts.put(fate, new Tally(context, metrics, "events-" + name));
    }
  }

  /** One more that ended so. */
  public void count(Fate fate) {
    Objects.requireNonNull(counts.get(fate)).increment();
  }
}
