package dev.kilde.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.kilde.connectors.elasticsearch.DocumentWrite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;

/**
 * What Elasticsearch shall hold of a segment: nothing once its definition is deleted, else
 *
 * <pre>
 * { "tenant", "id", "version", "name", "size", "sizeAt", "revision",
 *   "entered": { "total", "event", "time", "definition", "merge", "correction" },
 *   "left":    { the same } }
 * </pre>
 *
 * where {@code name} and {@code sizeAt} (event time of the last change) may be missing.
 */
final class SegmentDocument {
  private static final JsonFactory JSON = new JsonFactory();

  private SegmentDocument() {}

  /**
   * The write, as of the standing's revision.
   *
   * @param now epoch milliseconds
   */
  static DocumentWrite of(SegmentKey key, SegmentStanding standing, long now) throws IOException {
    String alias = DocumentKind.SEGMENTS.alias(key.tenant());
    return standing.isDeleted(now)
        ? DocumentWrite.delete(alias, key.text(), null, standing.revision())
        : DocumentWrite.put(alias, key.text(), null, standing.revision(), json(key, standing));
  }

  private static byte[] json(SegmentKey key, SegmentStanding standing) throws IOException {
    SegmentTally tally = standing.tally();
    SegmentDefinition definition = standing.definition();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("tenant", key.tenant());
      out.writeStringField("id", key.segment());
      out.writeNumberField("version", standing.version());
      if (definition != null && definition.name() != null) {
        out.writeStringField("name", definition.name());
      }
      out.writeNumberField("size", tally.size());
      if (tally.changedAt() != SegmentTally.NEVER) {
        out.writeStringField("sizeAt", Instant.ofEpochMilli(tally.changedAt()).toString());
      }
      write("entered", tally.entered(), out);
      write("left", tally.left(), out);
      out.writeNumberField("revision", standing.revision());
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(String field, Crossings crossings, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart(field);
    out.writeNumberField("total", crossings.total());
    out.writeNumberField("event", crossings.event());
    out.writeNumberField("time", crossings.time());
    out.writeNumberField("definition", crossings.definition());
    out.writeNumberField("merge", crossings.merge());
    out.writeNumberField("correction", crossings.correction());
    out.writeEndObject();
  }
}
