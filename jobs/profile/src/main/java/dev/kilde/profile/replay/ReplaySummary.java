package dev.kilde.profile.replay;

import dev.kilde.connectors.files.OrderedInput;
import dev.kilde.profile.ingest.IngestFunction;
import dev.kilde.profile.keeper.KeeperOperator;
import dev.kilde.schemas.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a replay read and wrote.
 *
 * @param input the first pass over what was given
 * @param counts the job's own counts by name
 * @param profiles documents written
 * @param asOf where event time ended
 * @param took wall time
 */
public record ReplaySummary(
    OrderedInput input, Map<String, Long> counts, long profiles, Instant asOf, Duration took) {

  public ReplaySummary {
    counts = Map.copyOf(counts);
  }

  /** In words, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("as of              " + asOf);
    new TreeMap<>(input.records())
        .forEach((topic, read) -> lines.add(row("read " + topic.topicName(), read)));
    lines.add(row("later than as of", input.afterAsOf()));
    lines.add(row("unknown fields", input.unknownFields()));
    lines.add(row("duplicates", count("events-duplicate") + count("events-superseded")));
    lines.add(row("past retention", count("events-past-retention")));
    addIfAny(lines, "over the cap", "events-over-cap");
    addIfAny(lines, "taken by the cap", KeeperOperator.CAPPED);
    addIfAny(lines, "of erased people", "events-erased");
    addIfAny(lines, "links of shared", KeeperOperator.SHARED);
    lines.add(row("anonymous receipts", count(IngestFunction.ANONYMOUS)));
    lines.add(row("not used yet", count(IngestFunction.UNUSED)));
    lines.add(row("profiles", profiles));
    lines.add(row("dead letters", count(IngestFunction.DEAD_LETTERS)));
    deadLetters().forEach((reason, letters) -> lines.add(row("  " + reason.code(), letters)));
    long perSecond = input.recordsTotal() * 1000 / Math.max(1, took.toMillis());
    lines.add(String.format("%.1f s, %,d events a second", took.toMillis() / 1000.0, perSecond));
    return lines;
  }

  /** By reason: what could not be read, then what names nobody, and links that are none. */
  private Map<Rejection.Reason, Long> deadLetters() {
    Map<Rejection.Reason, Long> letters = new TreeMap<>(input.rejected());
    long nameless = count(IngestFunction.NAMELESS);
    long links = count(IngestFunction.DEAD_LETTERS) - input.rejectedTotal() - nameless;
    letters.merge(Rejection.Reason.NO_IDENTIFIER, nameless, Long::sum);
    letters.merge(Rejection.Reason.INVALID_LINK, links, Long::sum);
    letters.values().removeIf(count -> count == 0);
    return letters;
  }

  /** What mostly happens to nothing takes a line only where it does. */
  private void addIfAny(List<String> lines, String row, String name) {
    if (count(name) > 0) {
      lines.add(row(row, count(name)));
    }
  }

  private long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  private static String row(String name, long count) {
    return String.format("%-18s %,d", name, count);
  }
}
