package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilde.connectors.elasticsearch.DocumentWrite;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SegmentDocumentTest {
  private static final SegmentKey KEY = new SegmentKey("Acme", "lapsed");
  private static final long NOW = 2_000_000_000_000L;
  private static final SegmentTally TALLY =
      new SegmentTally(
          new Crossings(16, 1, 2, 3, 4, 5),
          new Crossings(11, 6, 1, 1, 1, 2),
          7,
          Instant.parse("2026-03-01T10:00:00.007Z").toEpochMilli());
  private static final SegmentDefinition DEFINED =
      new SegmentDefinition(8, 9, 10, false, "Quiet \"for\" 60 days");

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void it_tells_size_name_version_and_why_people_came_and_went() throws IOException {
    DocumentWrite write = SegmentDocument.of(KEY, new SegmentStanding(TALLY, DEFINED, 42, 0), NOW);
    assertThat(write.toString()).isEqualTo("put segments-_41cme/_41cme:lapsed version 42");
    assertThat(json.readTree(write.json()))
        .isEqualTo(
            json.readTree(
                """
                { "tenant": "Acme", "id": "lapsed", "version": 10, "name": "Quiet \\"for\\" 60 days",
                  "size": 5, "sizeAt": "2026-03-01T10:00:00.007Z",
                  "entered": { "total": 16, "event": 1, "time": 2, "definition": 3, "merge": 4, "correction": 5 },
                  "left": { "total": 11, "event": 6, "time": 1, "definition": 1, "merge": 1, "correction": 2 },
                  "revision": 42 }
                """));
  }

  @Test
  void a_new_segment_has_no_members_and_no_last_change() throws IOException {
    SegmentStanding defined =
        SegmentStanding.UNKNOWN.with(new SegmentDefinition(8, 9, 10, false, null)).told(NOW);
    JsonNode document = json.readTree(SegmentDocument.of(KEY, defined, NOW).json());
    assertThat(document.get("size").asLong()).isZero();
    assertThat(document.has("name")).isFalse();
    assertThat(document.has("sizeAt")).isFalse();
  }

  @Test
  void a_deleted_segment_is_gone_once_the_deletion_holds() throws IOException {
    SegmentStanding standing =
        new SegmentStanding(TALLY, new SegmentDefinition(8, NOW, 10, true, null), 42, 0);
    assertThat(SegmentDocument.of(KEY, standing, NOW))
        .isEqualTo(DocumentWrite.delete("segments-_41cme", "_41cme:lapsed", null, 42));
    assertThat(SegmentDocument.of(KEY, standing, NOW - 1).isDelete()).isFalse();
  }

  @Test
  void the_mapping_knows_every_field_and_no_other() throws IOException {
    DocumentWrite write = SegmentDocument.of(KEY, new SegmentStanding(TALLY, DEFINED, 42, 0), NOW);
    Map<String, String> told = new TreeMap<>();
    told("", json.readTree(write.json()), told);
    Map<String, String> mapped = new TreeMap<>();
    JsonNode mappings = TemplateTest.read(DocumentKind.SEGMENTS).at("/template/mappings");
    TemplateTest.mapped("", mappings, mapped);
    mapped.values().removeIf("object"::equals);
    assertThat(mapped).isEqualTo(told);
    assertThat(mappings.get("dynamic").asText()).isEqualTo("strict");
  }

  private static void told(String path, JsonNode object, Map<String, String> into) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String name = path + field.getKey();
      if (field.getValue().isObject()) {
        told(name + ".", field.getValue(), into);
      } else if (field.getValue().isNumber()) {
        into.put(name, name.equals("version") ? "integer" : "long");
      } else {
        into.put(name, name.endsWith("At") ? "date" : "keyword");
      }
    }
  }
}
