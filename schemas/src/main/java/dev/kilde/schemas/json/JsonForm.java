package dev.kilde.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.kilde.schemas.Limits;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import dev.kilde.schemas.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * The JSON form of records, as files, the command line, tests and dead letters have it: field names
 * of the schema, plain values, times as ISO-8601 in UTC (epoch milliseconds accepted), amounts as
 * numbers, unknown fields passed over and counted. Not thread-safe.
 */
public final class JsonForm {

  private final Map<Schema, RecordShape> shapes = new HashMap<>();
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
  private long unknownFields;

  /**
   * Reads one record.
   *
   * @param line one JSON object in UTF-8, at most 1 MiB; white space around it and a byte order
   *     mark are tolerated
   * @throws RejectedException if the line is no such object, or a field is not of its type, or
   *     missing
   */
  public SpecificRecord read(Topic topic, byte[] line) throws RejectedException {
    return read(topic.schema(), line);
  }

  /** Reads one record of any generated class, like {@link #read(Topic, byte[])}. */
  public SpecificRecord read(Schema schema, byte[] line) throws RejectedException {
    Limits.checkSize(line.length);
    JsonText text = JsonText.of(line);
    try (JsonParser parser =
        JsonFactories.reading().createParser(line, text.start(), line.length - text.start())) {
      JsonReading in = new JsonReading(parser, text.hasUnicodeEscapes());
      SpecificRecord record = object(shape(schema), in);
      unknownFields += in.unknownFields();
      return record;
    } catch (StreamConstraintsException e) {
      throw new RejectedException(
          Reason.TOO_DEEP, "nested more than " + JsonFactories.DEEPEST + " levels deep");
    } catch (JsonProcessingException e) {
      throw new RejectedException(Reason.NOT_JSON, NotJson.describe(e));
    } catch (IOException | RuntimeException e) {
      throw new RejectedException(
          Reason.NOT_JSON, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private SpecificRecord object(RecordShape shape, JsonReading in)
      throws RejectedException, IOException {
    JsonParser parser = in.parser();
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new RejectedException(Reason.NOT_JSON, "nothing but white space");
    }
    if (first != JsonToken.START_OBJECT) {
      parser.skipChildren();
      expectEnd(parser);
      throw new RejectedException(
          Reason.NOT_AN_OBJECT,
          "expected one object { .. } a line, got "
              + (first == JsonToken.START_ARRAY ? "a list" : "a single value"));
    }
    SpecificRecord record = shape.read(in);
    expectEnd(parser);
    return record;
  }

  private static void expectEnd(JsonParser parser) throws RejectedException, IOException {
    if (parser.nextToken() != null) {
      throw new RejectedException(
          Reason.NOT_JSON, "something follows the object: write one object a line");
    }
  }

  /**
   * Fields passed over by all reads so far because no schema knows them; those of rejected lines do
   * not count.
   */
  public long unknownFields() {
    return unknownFields;
  }

  /**
   * Writes a record compactly, on one line without its end: fields in schema order, nulls left out,
   * map keys sorted, amounts plain without trailing zeros, times ISO-8601 in UTC.
   *
   * @throws IllegalArgumentException if it holds what JSON cannot say (NaN, embedded JSON that is
   *     none)
   */
  public byte[] write(SpecificRecord record) {
    buffer.reset();
    RecordShape shape = shape(record.getSchema());
    try (JsonGenerator out = JsonFactories.writing().createGenerator(buffer)) {
      shape.write(out, record);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          record.getSchema().getName() + " cannot be written as JSON: " + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return buffer.toByteArray();
  }

  private RecordShape shape(Schema schema) {
    return shapes.computeIfAbsent(
        schema, key -> new RecordShape(key, SpecificData.getForSchema(key)));
  }
}
