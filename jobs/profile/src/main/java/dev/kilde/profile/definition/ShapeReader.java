package dev.kilde.profile.definition;

import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads values as the shapes of the core describe them. Every problem is told once, where it
 * stands; a value with a problem in it is read as null.
 */
final class ShapeReader {

  private final OneKeyReader oneKey = new OneKeyReader(this);

  /** Where what was read under the only key of a mapping stands. */
  Places places() {
    return oneKey.places();
  }

  /** The value as the shape has it; null after telling a problem. */
  @SuppressWarnings("unchecked") // what a shape describes is read as its type
  <T> @Nullable T read(Shape<T> shape, Value value) {
    if (shape instanceof Shape.Built<?, T> built) {
      return built(built, value);
    }
    if (shape instanceof Shape.OneKey<T> choice) {
      return oneKey.read(choice, value);
    }
    return (T) plain(shape, value);
  }

  private @Nullable Object plain(Shape<?> shape, Value value) {
    if (shape instanceof Shape.Text) {
      return value.text();
    }
    if (shape instanceof Shape.Word word) {
      String text = value.text();
      return text == null || word.words().contains(text) ? text : value.unknown(text, word.words());
    }
    if (shape instanceof Shape.Whole whole) {
      return value.wholeNumber(whole.min(), whole.max());
    }
    if (shape instanceof Shape.Decimal decimal) {
      return value.decimal(decimal.min(), decimal.max());
    }
    if (shape instanceof Shape.Span span) {
      return value.duration(span.min(), span.max());
    }
    if (shape instanceof Shape.Moment) {
      return value.moment();
    }
    if (shape instanceof Shape.Flag) {
      return value.flag();
    }
    if (shape instanceof Shape.ListOf<?> list) {
      return list(list, value);
    }
    if (shape instanceof Shape.OneOrMore<?> some) {
      return some(some, value);
    }
    if (shape instanceof Shape.Mapping mapping) {
      return mapping(mapping, value);
    }
    throw new IllegalArgumentException("no reading of " + shape);
  }

  private <A, T> @Nullable T built(Shape.Built<A, T> built, Value value) {
    A from = read(built.from(), value);
    if (from == null) {
      return null;
    }
    try {
      return built.build().apply(from);
    } catch (Mistake mistake) {
      return value
          .under(mistake.field())
          .wrong(Quoted.line(String.valueOf(mistake.getMessage())), Quoted.line(mistake.remedy()));
    }
  }

  private <T> @Nullable List<T> list(Shape.ListOf<T> list, Value value) {
    List<Value> entries = value.list(entry -> entry);
    if (entries == null) {
      return null;
    }
    if (entries.size() < list.least()) {
      return value.wrong(
          value.name()
              + " has "
              + (entries.isEmpty() ? "no entries" : "too few entries, " + entries.size()),
          "give it at least " + list.least() + ", such as - " + Example.of(list.each()));
    }
    return entries(list.each(), entries);
  }

  private <T> @Nullable List<T> some(Shape.OneOrMore<T> some, Value value) {
    return value.isList()
        ? list(new Shape.ListOf<>(some.each(), 1), value)
        : entries(some.each(), List.of(value));
  }

  private <T> @Nullable List<T> entries(Shape<T> each, List<Value> entries) {
    List<T> read = new ArrayList<>();
    for (Value entry : entries) {
      T one = read(each, entry);
      if (one != null) {
        read.add(one);
      }
    }
    return read.size() == entries.size() ? List.copyOf(read) : null;
  }

  private @Nullable Arguments mapping(Shape.Mapping mapping, Value value) {
    long told = value.problems().told();
    List<String> known = mapping.fields().stream().<String>map(Field::name).toList();
    Fields fields = value.mapping(mapping.what(), known);
    if (fields == null) {
      return null;
    }
    Arguments.Reading given = new Arguments.Reading();
    mapping.fields().forEach(field -> field(field, fields, given));
    return value.problems().told() == told ? given.done() : null;
  }

  private <T> void field(Field<T> field, Fields fields, Arguments.Reading given) {
    T read =
        field.required()
            ? fields.required(
                field.name(),
                field.name() + ": " + Example.of(field.shape()),
                value -> read(field.shape(), value))
            : fields.optional(field.name(), value -> read(field.shape(), value));
    if (read != null) {
      given.with(field, read);
    }
  }
}
