package dev.kilde.core.score.lead;

import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads plain maps, lists and texts in a shape, as far as the shapes of scoring need it. */
final class AsRead {

  private AsRead() {}

  /**
   * @throws IllegalArgumentException where a value does not have the shape
   */
  @SuppressWarnings("unchecked") // what a shape reads is of its type
  static <T> T as(Shape<T> shape, Object value) {
    return (T) read(shape, value);
  }

  private static Object read(Shape<?> shape, Object value) {
    if (shape instanceof Shape.Built<?, ?> built) {
      return built(built, value);
    }
    if (shape instanceof Shape.Mapping mapping && value instanceof Map<?, ?> map) {
      return mapping(mapping, map);
    }
    if (shape instanceof Shape.ListOf<?> list && value instanceof List<?> values) {
      return values.stream().map(each -> read(list.each(), each)).toList();
    }
    if (shape instanceof Shape.OneOrMore<?> more) {
      List<?> values = value instanceof List<?> several ? several : List.of(value);
      return values.stream().map(each -> read(more.each(), each)).toList();
    }
    Object plain = plain(shape, String.valueOf(value));
    if (plain == null) {
      throw new IllegalArgumentException(value + " is not " + shape);
    }
    return plain;
  }

  private static @Nullable Object plain(Shape<?> shape, String text) {
    if (shape instanceof Shape.Text) {
      return text;
    }
    if (shape instanceof Shape.Word word) {
      return word.words().contains(text) ? text : null;
    }
    if (shape instanceof Shape.Decimal decimal) {
      BigDecimal number = new BigDecimal(text);
      boolean fits = number.compareTo(decimal.min()) >= 0 && number.compareTo(decimal.max()) <= 0;
      return fits ? number : null;
    }
    if (shape instanceof Shape.Span span) {
      Duration duration = Duration.parse(text);
      boolean fits = duration.compareTo(span.min()) >= 0 && duration.compareTo(span.max()) <= 0;
      return fits ? duration : null;
    }
    return null;
  }

  private static <A> Object built(Shape.Built<A, ?> built, Object value) {
    return built.build().apply(as(built.from(), value));
  }

  private static Arguments mapping(Shape.Mapping mapping, Map<?, ?> map) {
    Arguments.Reading reading = new Arguments.Reading();
    Set<Object> unread = new TreeSet<>(map.keySet());
    for (Field<?> field : mapping.fields()) {
      if (unread.remove(field.name())) {
        with(reading, field, map);
      } else if (field.required()) {
        throw new IllegalArgumentException(field.name() + " is missing");
      }
    }
    if (!unread.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + unread);
    }
    return reading.done();
  }

  private static <T> void with(Arguments.Reading reading, Field<T> field, Map<?, ?> map) {
    Object value = map.get(field.name());
    if (value != null) {
      reading.with(field, as(field.shape(), value));
    }
  }
}
