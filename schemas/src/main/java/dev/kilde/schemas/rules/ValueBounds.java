package dev.kilde.schemas.rules;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Bounds that follow from a value's type, wherever in a record it stands: instants within
 * 1970-2100, dates within the years 1-9999, amounts below 10^15 in size, no enum symbol younger
 * than this reader.
 */
final class ValueBounds {

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");
  private static final BigDecimal TOO_LARGE = new BigDecimal("1e15");

  /**
   * 10^15 with six decimals has 70 bits; asked first, since comparing a number of a million digits
   * is work.
   */
  private static final int MOST_BITS = 70;

  private record Violation(Reason reason, String place, String words) {
    Violation in(String outer) {
      return new Violation(
          reason,
          place.isEmpty() || place.startsWith("[") ? outer + place : outer + "." + place,
          words);
    }
  }

  private interface Bound {
    @Nullable Violation check(Object value);
  }

  private record FieldBound(int position, String name, Bound bound) {}

  private final @Nullable Bound bound;

  /** The bounds of a record. */
  ValueBounds(Schema schema) {
    bound = of(schema);
  }

  /** Refuses the first value out of bounds, in field order. */
  void apply(IndexedRecord record) throws RejectedException {
    Violation violation = bound == null ? null : bound.check(record);
    if (violation != null) {
      throw new RejectedException(violation.reason(), violation.place() + ": " + violation.words());
    }
  }

  /** Null where anything goes. */
  private static @Nullable Bound of(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.TimestampMillis) {
      return ValueBounds::instant;
    }
    if (logical instanceof LogicalTypes.Date) {
      return ValueBounds::date;
    }
    if (logical instanceof LogicalTypes.Decimal) {
      return ValueBounds::decimal;
    }
    return switch (schema.getType()) {
      case ENUM -> value -> symbol(schema, value);
      case RECORD -> ofRecord(schema);
      case ARRAY -> ofList(of(schema.getElementType()));
      case UNION -> of(schema.getTypes().get(1));
      default -> null;
    };
  }

  private static @Nullable Bound ofRecord(Schema schema) {
    List<FieldBound> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      Bound bound = of(field.schema());
      if (bound != null) {
        fields.add(new FieldBound(field.pos(), field.name(), bound));
      }
    }
    return fields.isEmpty() ? null : value -> fields(fields, (IndexedRecord) value);
  }

  private static @Nullable Violation fields(List<FieldBound> fields, IndexedRecord record) {
    for (FieldBound field : fields) {
      Object value = record.get(field.position());
      Violation violation = value == null ? null : field.bound().check(value);
      if (violation != null) {
        return violation.in(field.name());
      }
    }
    return null;
  }

  private static @Nullable Bound ofList(@Nullable Bound element) {
    return element == null ? null : value -> elements(element, (List<?>) value);
  }

  private static @Nullable Violation elements(Bound element, List<?> list) {
    for (int i = 0; i < list.size(); i++) {
      Violation violation = element.check(Objects.requireNonNull(list.get(i)));
      if (violation != null) {
        return violation.in("[" + i + "]");
      }
    }
    return null;
  }

  private static @Nullable Violation instant(Object value) {
    Instant instant = (Instant) value;
    return instant.isBefore(EARLIEST) || !instant.isBefore(END)
        ? new Violation(
            Reason.TIME_OUT_OF_RANGE,
            "",
            instant + " is not within 1970-2100: are these milliseconds?")
        : null;
  }

  private static @Nullable Violation date(Object value) {
    int year = ((LocalDate) value).getYear();
    return year < 1 || year > 9999
        ? new Violation(Reason.TIME_OUT_OF_RANGE, "", "the year " + year + " is not within 1-9999")
        : null;
  }

  private static @Nullable Violation decimal(Object value) {
    BigDecimal decimal = (BigDecimal) value;
    return decimal.unscaledValue().bitLength() > MOST_BITS
            || decimal.abs().compareTo(TOO_LARGE) >= 0
        ? new Violation(Reason.NUMBER_OUT_OF_RANGE, "", "10^15 or more in size")
        : null;
  }

  private static @Nullable Violation symbol(Schema schema, Object value) {
    return value.toString().equals(schema.getEnumDefault())
        ? new Violation(
            Reason.UNKNOWN_ENUM,
            "",
            "the symbol is not known, use one of "
                + schema.getEnumSymbols().stream()
                    .filter(symbol -> !symbol.equals(schema.getEnumDefault()))
                    .toList())
        : null;
  }
}
