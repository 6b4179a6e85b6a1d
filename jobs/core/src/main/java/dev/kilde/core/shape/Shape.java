package dev.kilde.core.shape;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a value in a definition looks like, and what it is read as.
 *
 * @param <T> what it is read as; immutable
 */
public sealed interface Shape<T> {

  /**
   * Text, not empty.
   *
   * @param example such as one would write
   */
  record Text(String example) implements Shape<String> {}

  /**
   * One of a few words, read as it stands.
   *
   * @param words at least one, in the order told
   */
  record Word(List<String> words) implements Shape<String> {
    public Word {
      words = List.copyOf(words);
    }
  }

  /** A whole number between the two, inclusive. */
  record Whole(int min, int max) implements Shape<Integer> {}

  /** A decimal number between the two, inclusive. */
  record Decimal(BigDecimal min, BigDecimal max) implements Shape<BigDecimal> {}

  /** A duration such as {@code 7d}, between the two, inclusive. */
  record Span(Duration min, Duration max) implements Shape<Duration> {}

  /** An instant, ISO-8601 with zone, or a date: its first instant in UTC. */
  record Moment() implements Shape<Instant> {}

  /** True or false. */
  record Flag() implements Shape<Boolean> {}

  /**
   * A list.
   *
   * @param least how many at least
   */
  record ListOf<T>(Shape<T> each, int least) implements Shape<List<T>> {}

  /** A list, or one of its elements alone. */
  record OneOrMore<T>(Shape<T> each) implements Shape<List<T>> {}

  /**
   * A mapping with these keys and no other.
   *
   * @param what it is, as told in messages: {@code a range}
   */
  record Mapping(String what, List<Field<?>> fields) implements Shape<Arguments> {
    public Mapping {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Whatever is read in one of the shapes of a catalogue, told apart by the only key of a mapping.
   *
   * @param what it is, as told in messages: {@code a condition}
   * @param kinds asked for when a definition is read, so that a kind may hold others
   */
  record OneKey<T>(String what, Supplier<List<? extends Kind<T>>> kinds) implements Shape<T> {}

  /**
   * A value made of what was read.
   *
   * @param build may throw {@link Mistake}
   */
  record Built<A, T>(Shape<A> from, Function<A, T> build) implements Shape<T> {}

  /** The same, read as something else. */
  default <R> Shape<R> as(Function<T, R> build) {
    return new Built<>(this, build);
  }
}
