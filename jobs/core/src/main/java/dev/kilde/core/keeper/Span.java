package dev.kilde.core.keeper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The half-open span {@code [from, to)}.
 *
 * @param from null: from the beginning
 * @param to null: to the end
 */
public record Span(@Nullable Instant from, @Nullable Instant to) {

  static final Span ALWAYS = new Span(null, null);

  /** Whether the instant lies within. */
  public boolean holds(Instant instant) {
    return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
  }

  /** The part before an instant. */
  Span upTo(Instant end) {
    return to == null || end.isBefore(to) ? new Span(from, end) : this;
  }

  /** What lies within both. */
  Span and(Span other) {
    boolean later = from == null || (other.from != null && other.from.isAfter(from));
    Instant begin = later ? other.from : from;
    Span rest = new Span(begin, to);
    return other.to == null ? rest : rest.upTo(other.to);
  }

  /** Whether all of the other lies within. */
  boolean covers(Span other) {
    return other.isEmpty() || and(other).equals(other);
  }

  /** The fewest spans that hold the same instants, in order. */
  static List<Span> union(List<Span> spans) {
    List<Span> union = new ArrayList<>();
    spans.stream()
        .filter(span -> !span.isEmpty())
        .sorted(Comparator.comparing(Span::from, Comparator.nullsFirst(Comparator.naturalOrder())))
        .forEach(
            span -> {
              Span last = union.isEmpty() ? null : union.get(union.size() - 1);
              if (last == null || !last.reaches(span.from())) {
                union.add(span);
              } else if (last.to() != null && (span.to() == null || span.to().isAfter(last.to()))) {
                union.set(union.size() - 1, new Span(last.from(), span.to()));
              }
            });
    return union;
  }

  /** Whether no instant lies between the end and a later span's beginning. */
  private boolean reaches(@Nullable Instant later) {
    return to == null || later == null || !later.isAfter(to);
  }

  boolean isEmpty() {
    return from != null && to != null && !from.isBefore(to);
  }
}
