package dev.kilde.schemas;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records made from their schema and a source of chance: every field that a schema may have gets a
 * value it may have.
 */
public final class GeneratedRecords {

  private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "Ann",
          "12,5",
          "null",
          "æøå",
          "日本",
          "😀",
          "a\"b\\c\n\t\u0001",
          "a/b/c",
          "\u2028",
          "\uFFFD");
  private static final List<String> JSON =
      List.of("{}", "[]", "1.50", "\"a\\nb\"", "true", "{\"a\":[1,{\"b\":null}],\"c\":\"é\"}");

  private final Random random;
  private final SpecificData model;
  private final boolean full;

  private GeneratedRecords(Random random, SpecificData model, boolean full) {
    this.random = random;
    this.model = model;
    this.full = full;
  }

  /** Any record, its optional fields now and then absent. */
  public static SpecificRecord any(Schema schema, Random random) {
    return (SpecificRecord)
        new GeneratedRecords(random, SpecificData.getForSchema(schema), false).value(schema, "");
  }

  /** A record with every field given and readable text; the same for the same schema. */
  public static SpecificRecord full(Schema schema) {
    return (SpecificRecord)
        new GeneratedRecords(new Random(1), SpecificData.getForSchema(schema), true)
            .value(schema, "");
  }

  private Object value(Schema schema, String name) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal) {
      BigDecimal decimal = new BigDecimal(new BigInteger(random.nextInt(68) + 1, random), 6);
      return random.nextBoolean() ? decimal : decimal.negate();
    }
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return Instant.ofEpochMilli((long) (random.nextDouble() * END.toEpochMilli()));
    }
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return LocalDate.of(random.nextInt(9999) + 1, random.nextInt(12) + 1, random.nextInt(28) + 1);
    }
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case ENUM ->
          model.createEnum(
              schema.getEnumSymbols().get(random.nextInt(schema.getEnumSymbols().size() - 1)),
              schema);
      case ARRAY -> list(schema, name);
      case MAP -> map(schema, name);
      case UNION -> !full && random.nextInt(3) == 0 ? null : value(schema.getTypes().get(1), name);
      case STRING -> schema.getProp("embedded") == null ? text(name) : pick(JSON);
      case BYTES -> bytes();
      case INT -> random.nextInt();
      case LONG -> random.nextLong();
      case DOUBLE -> random.nextInt(2000) / 8.0 - 100;
      case BOOLEAN -> random.nextBoolean();
      default -> throw new IllegalArgumentException(schema.toString());
    };
  }

  private SpecificRecord record(Schema schema) {
    SpecificRecord record =
        (SpecificRecord) SpecificData.newInstance(model.getClass(schema), schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(field.schema(), field.name()));
    }
    return record;
  }

  private List<Object> list(Schema schema, String name) {
    List<Object> list = new ArrayList<>();
    for (int i = full ? 2 : random.nextInt(4); i > 0; i--) {
      list.add(value(schema.getElementType(), name));
    }
    return list;
  }

  private Map<String, Object> map(Schema schema, String name) {
    Map<String, Object> map = new HashMap<>();
    for (int i = full ? 2 : random.nextInt(6); i > 0; i--) {
      map.put(text(name + "-" + i), value(schema.getValueType(), name));
    }
    return map;
  }

  private String text(String name) {
    return full
        ? name + "-" + random.nextInt(100)
        : pick(TEXTS) + pick(TEXTS) + random.nextInt(100);
  }

  private ByteBuffer bytes() {
    byte[] bytes = new byte[random.nextInt(9)];
    random.nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The schemas of all records that travel by themselves. */
  public static Stream<Schema> schemas() {
    return Stream.concat(
        Stream.of(Topic.values()).map(Topic::schema),
        Stream.of(dev.kilde.schemas.record.Tick.getClassSchema()));
  }
}
