package dev.kilde.profile.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.kilde.core.score.ScoringShape;
import dev.kilde.core.segment.SegmentShape;
import dev.kilde.core.shape.Shape;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON Schemas of definition files, for completion in editors. */
public final class JsonSchemas {

  /** Where in a folder of definitions they lie. */
  private static final String FOLDER = "schema";

  private JsonSchemas() {}

  /** The schemas by the name of their file. */
  static SortedMap<String, String> all() {
    SortedMap<String, String> all = new TreeMap<>();
    all.put("scoring.schema.json", text("How Kilde scores people", ScoringShape.SHAPE));
    all.put("segment.schema.json", text("A segment of Kilde", SegmentShape.SHAPE));
    return all;
  }

  /**
   * Writes them into {@code schema/} of a folder of definitions.
   *
   * @return the files, by name
   * @throws IOException if that is not possible
   */
  public static List<Path> write(Path definitions) throws IOException {
    Path folder = Files.createDirectories(definitions.resolve(FOLDER));
    for (Map.Entry<String, String> schema : all().entrySet()) {
      Files.writeString(folder.resolve(schema.getKey()), schema.getValue());
    }
    return all().keySet().stream().map(folder::resolve).toList();
  }

  /** As a file holds it. */
  static String text(String title, Shape<?> shape) {
    StringWriter text = new StringWriter();
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(printer);
      write(JsonSchema.of(title, shape), json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text + "\n";
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        json.writeFieldName((String) entry.getKey());
        write(entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object each : list) {
        write(each, json);
      }
      json.writeEndArray();
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number.toPlainString());
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString((String) value);
    }
  }
}
