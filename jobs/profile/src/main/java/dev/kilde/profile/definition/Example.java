package dev.kilde.profile.definition;

import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What one would write for a shape, on one line. */
final class Example {

  private Example() {}

  static String of(Shape<?> shape) {
    if (shape instanceof Shape.Text text) {
      return text.example();
    }
    if (shape instanceof Shape.Word word) {
      return word.words().get(0);
    }
    if (shape instanceof Shape.Whole whole) {
      return String.valueOf(Math.min(Math.max(1, whole.min()), whole.max()));
    }
    if (shape instanceof Shape.Decimal decimal) {
      return BigDecimal.ONE.max(decimal.min()).min(decimal.max()).toPlainString();
    }
    if (shape instanceof Shape.Span span) {
      Duration week = Duration.ofDays(7);
      Duration least = week.compareTo(span.min()) < 0 ? span.min() : week;
      return DurationText.of(least.compareTo(span.max()) > 0 ? span.max() : least);
    }
    if (shape instanceof Shape.Moment) {
      return "2026-03-01T10:00:00Z";
    }
    if (shape instanceof Shape.Flag) {
      return "true";
    }
    if (shape instanceof Shape.ListOf<?> list) {
      return "[" + of(list.each()) + "]";
    }
    if (shape instanceof Shape.OneOrMore<?> some) {
      return of(some.each());
    }
    if (shape instanceof Shape.Mapping mapping) {
      return mapping(mapping);
    }
    if (shape instanceof Shape.OneKey<?> choice) {
      return oneKey(choice);
    }
    if (shape instanceof Shape.Built<?, ?> built) {
      return of(built.from());
    }
    throw new IllegalArgumentException("no example of " + shape);
  }

  /** What has to be given; where nothing has, the first. */
  private static String mapping(Shape.Mapping mapping) {
    List<Field<?>> needed = mapping.fields().stream().filter(Field::required).toList();
    List<Field<?>> shown = needed.isEmpty() ? mapping.fields().subList(0, 1) : needed;
    return shown.stream()
        .map(field -> field.name() + ": " + of(field.shape()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  /** The first kind that holds no other. */
  private static String oneKey(Shape.OneKey<?> choice) {
    List<? extends Kind<?>> kinds = choice.kinds().get();
    return kinds.stream()
        .filter(kind -> !isListOf(kind.shape(), choice) && !isBuiltOf(kind.shape(), choice))
        .findFirst()
        .map(kind -> "{ " + kind.key() + ": " + of(kind.shape()) + " }")
        .orElseGet(() -> "{ " + kinds.get(0).key() + ": .. }");
  }

  /** Whether it is a list of such. */
  static boolean isListOf(Shape<?> shape, Shape.OneKey<?> choice) {
    if (shape instanceof Shape.Built<?, ?> built) {
      return isListOf(built.from(), choice);
    }
    return shape instanceof Shape.ListOf<?> list && isBuiltOf(list.each(), choice);
  }

  private static boolean isBuiltOf(Shape<?> shape, Shape.OneKey<?> choice) {
    return shape.equals(choice)
        || (shape instanceof Shape.Built<?, ?> built && isBuiltOf(built.from(), choice));
  }
}
