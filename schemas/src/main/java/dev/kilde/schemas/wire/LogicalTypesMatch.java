package dev.kilde.schemas.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a stranger's schema means the same by its numbers as ours. Avro's schema resolution looks
 * at the types underneath only: it would read a decimal with two places as one with six, and
 * microseconds as milliseconds.
 */
final class LogicalTypesMatch {

  private final Set<String> seen = new HashSet<>();

  /** The place and kind of the first difference; empty if there is none. */
  static Optional<String> difference(Schema writer, Schema reader) {
    return new LogicalTypesMatch().compare("", writer, reader);
  }

  private Optional<String> compare(String place, Schema writer, Schema reader) {
    if (writer.isUnion() || reader.isUnion()) {
      return branches(writer).stream()
          .flatMap(
              w ->
                  branches(reader).stream()
                      .filter(r -> r.getType() == w.getType())
                      .flatMap(r -> compare(place, w, r).stream()))
          .findFirst();
    }
    if (writer.getType() != reader.getType()) {
      return Optional.empty(); // schema resolution's business
    }
    return switch (writer.getType()) {
      case RECORD -> seen.add(place) ? fields(place, writer, reader) : Optional.empty();
      case ARRAY -> compare(place + "[]", writer.getElementType(), reader.getElementType());
      case MAP -> compare(place + "{}", writer.getValueType(), reader.getValueType());
      default -> leaf(place, writer.getLogicalType(), reader.getLogicalType());
    };
  }

  private Optional<String> fields(String place, Schema writer, Schema reader) {
    for (Schema.Field field : reader.getFields()) {
      Schema.Field written = writer.getField(field.name());
      if (written != null) {
        Optional<String> difference =
            compare(
                place.isEmpty() ? field.name() : place + "." + field.name(),
                written.schema(),
                field.schema());
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> leaf(
      String place, @Nullable LogicalType writer, @Nullable LogicalType reader) {
    return reader == null || same(writer, reader)
        ? Optional.empty()
        : Optional.of(
            "%s: written as %s, read as %s".formatted(place, words(writer), words(reader)));
  }

  private static boolean same(@Nullable LogicalType writer, LogicalType reader) {
    if (reader instanceof LogicalTypes.Decimal read) {
      return writer instanceof LogicalTypes.Decimal written
          && written.getScale() == read.getScale();
    }
    // A bare number is taken to be what the field is documented as.
    return writer == null || Objects.equals(writer.getName(), reader.getName());
  }

  private static String words(@Nullable LogicalType type) {
    if (type instanceof LogicalTypes.Decimal decimal) {
      return "decimal with " + decimal.getScale() + " places";
    }
    return type == null ? "no logical type" : type.getName();
  }

  private static List<Schema> branches(Schema schema) {
    return schema.isUnion() ? schema.getTypes() : List.of(schema);
  }
}
