package dev.kilde.profile.definition;

import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A shape as a table in Markdown: what people look up. */
final class Reference {

  private final StringBuilder text = new StringBuilder();

  private Reference() {}

  /** The keys of a file. */
  static String ofFile(Shape<?> shape) {
    Reference reference = new Reference();
    reference.table(shape);
    return reference.text.toString();
  }

  /** Each of the kinds, with its keys. */
  static String ofKinds(List<? extends Kind<?>> kinds) {
    Reference reference = new Reference();
    for (Kind<?> kind : kinds) {
      reference.text.append("#### `").append(kind.key()).append("`\n\n");
      reference.text.append(kind.doc());
      if (!(plain(kind.shape()) instanceof Shape.Mapping)) {
        reference.text.append(" Takes a ").append(value(kind.shape()).replaceFirst("^a ", ""));
        reference.text.append('.');
      }
      reference.text.append("\n\n");
      reference.table(kind.shape());
    }
    return reference.text.toString();
  }

  private void table(Shape<?> shape) {
    Shape<?> plain = plain(shape);
    if (plain instanceof Shape.Mapping mapping) {
      text.append("| key | value | |\n| --- | --- | --- |\n");
      rows("", mapping);
      text.append('\n');
    }
  }

  private void rows(String prefix, Shape.Mapping mapping) {
    for (Field<?> field : mapping.fields()) {
      String key = prefix + field.name();
      text.append("| `").append(key).append(field.required() ? "` (required)" : "`");
      text.append(" | ")
          .append(value(field.shape()))
          .append(" | ")
          .append(field.doc())
          .append(" |\n");
      Shape<?> plain = plain(field.shape());
      if (plain instanceof Shape.ListOf<?> list
          && plain(list.each()) instanceof Shape.Mapping each) {
        rows(key + "[].", each);
      } else if (plain instanceof Shape.Mapping inner) {
        rows(key + ".", inner);
      }
    }
  }

  private static Shape<?> plain(Shape<?> shape) {
    return shape instanceof Shape.Built<?, ?> built ? plain(built.from()) : shape;
  }

  private static String value(Shape<?> shape) {
    if (shape instanceof Shape.Text text) {
      return "text, such as `" + text.example() + "`";
    }
    if (shape instanceof Shape.Word word) {
      return word.words().stream().collect(Collectors.joining("`, `", "`", "`"));
    }
    if (shape instanceof Shape.Whole whole) {
      return "whole number from " + whole.min() + " to " + whole.max();
    }
    if (shape instanceof Shape.Decimal decimal) {
      return "number from " + number(decimal.min()) + " to " + number(decimal.max());
    }
    if (shape instanceof Shape.Span span) {
      return "duration from " + DurationText.of(span.min()) + " to " + DurationText.of(span.max());
    }
    if (shape instanceof Shape.Moment) {
      return "instant or date";
    }
    if (shape instanceof Shape.Flag) {
      return "`true` or `false`";
    }
    if (shape instanceof Shape.ListOf<?> list) {
      return "list of: " + value(list.each());
    }
    if (shape instanceof Shape.OneOrMore<?> some) {
      return value(some.each()) + "; one or a list";
    }
    if (shape instanceof Shape.Mapping) {
      return "keys";
    }
    if (shape instanceof Shape.OneKey<?> choice) {
      return choice.what();
    }
    return value(plain(shape));
  }

  private static String number(BigDecimal number) {
    return number.toPlainString();
  }
}
