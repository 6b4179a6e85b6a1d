package dev.kilde.core;

import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Conditions;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Definitions as tests write them: one line of {@code { key: value, list: [a, b] }}, read by a
 * shape. For well-formed lines only; what is wrong in them is a test's own mistake.
 */
public final class Written {

  private final String text;
  private int at;

  private Written(String text) {
    this.text = text;
  }

  /**
   * A condition: {@code did: { event: searched }}.
   *
   * @throws dev.kilde.core.shape.Mistake where it cannot mean anything
   */
  public static Condition condition(String line) {
    return as(Conditions.SHAPE, new Written("{" + line + "}").value());
  }

  private Object value() {
    skip();
    return switch (text.charAt(at)) {
      case '{' -> mapping();
      case '[' -> list();
      default -> scalar();
    };
  }

  private Map<String, Object> mapping() {
    Map<String, Object> mapping = new LinkedHashMap<>();
    at++;
    for (skip(); text.charAt(at) != '}'; skip()) {
      String key = scalar();
      at = text.indexOf(':', at) + 1;
      mapping.put(key, value());
    }
    at++;
    return mapping;
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    at++;
    for (skip(); text.charAt(at) != ']'; skip()) {
      list.add(value());
    }
    at++;
    return list;
  }

  /** Ends at {@code ": "}, a comma or a bracket. */
  private String scalar() {
    int start = at;
    while (",{}[]".indexOf(text.charAt(at)) < 0 && !text.startsWith(": ", at)) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private void skip() {
    while (text.charAt(at) == ' ' || text.charAt(at) == ',') {
      at++;
    }
  }

  @SuppressWarnings("unchecked") // each shape is read as what it says
  private static <T> T as(Shape<T> shape, Object value) {
    return (T) read(shape, value);
  }

  private static Object read(Shape<?> shape, Object value) {
    if (shape instanceof Shape.Built<?, ?> built) {
      return built(built, value);
    }
    if (shape instanceof Shape.Mapping mapping) {
      return arguments(mapping, (Map<?, ?>) value);
    }
    if (shape instanceof Shape.OneKey<?> choice) {
      Map.Entry<?, ?> only = ((Map<?, ?>) value).entrySet().iterator().next();
      for (Kind<?> kind : choice.kinds().get()) {
        if (kind.key().equals(only.getKey())) {
          return read(kind.shape(), only.getValue());
        }
      }
      throw new AssertionError("no such kind: " + only.getKey());
    }
    if (shape instanceof Shape.ListOf<?> list) {
      return ((List<?>) value).stream().map(each -> read(list.each(), each)).toList();
    }
    if (shape instanceof Shape.OneOrMore<?> some) {
      List<?> all = value instanceof List<?> many ? many : List.of(value);
      return all.stream().map(each -> read(some.each(), each)).toList();
    }
    return scalar(shape, (String) value);
  }

  private static Object scalar(Shape<?> shape, String text) {
    if (shape instanceof Shape.Word word && !word.words().contains(text)) {
      throw new AssertionError(text + " is none of " + word.words());
    }
    if (shape instanceof Shape.Whole) {
      return Integer.valueOf(text);
    }
    if (shape instanceof Shape.Decimal) {
      return new BigDecimal(text);
    }
    if (shape instanceof Shape.Span) {
      return span(text);
    }
    if (shape instanceof Shape.Moment) {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return shape instanceof Shape.Flag ? Boolean.valueOf(text) : text;
  }

  private static Duration span(String text) {
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'd' -> Duration.ofDays(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofMinutes(number);
    };
  }

  private static <A, T> T built(Shape.Built<A, T> built, Object value) {
    return built.build().apply(as(built.from(), value));
  }

  private static Arguments arguments(Shape.Mapping mapping, Map<?, ?> values) {
    Arguments.Reading reading = new Arguments.Reading();
    List<Object> unread = new ArrayList<>(values.keySet());
    for (Field<?> field : mapping.fields()) {
      if (unread.remove(field.name())) {
        put(reading, field, Objects.requireNonNull(values.get(field.name())));
      }
    }
    if (!unread.isEmpty()) {
      throw new AssertionError(mapping.what() + " has no " + unread);
    }
    return reading.done();
  }

  private static <T> void put(Arguments.Reading reading, Field<T> field, Object value) {
    reading.with(field, as(field.shape(), value));
  }
}
