package dev.kilde.index;

import static dev.kilde.index.Profiles.ANNA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.elasticsearch.DocumentWrite;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.wire.WireForm;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReadingTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.006Z");
  private final ProfileReading reading = new ProfileReading();

  @Test
  void a_document_is_put_under_its_tenants_alias_with_its_revision_and_its_json_unchanged() {
    ProfileDocument anna = Profiles.of("Acme", ANNA, 42);
    Either<DocumentWrite, DeadLetter> read =
        reading.read("profiles/0/1", null, new WireForm().encode(anna), null, 5, NOW);
    assertThat(read.left())
        .isEqualTo(
            DocumentWrite.put("profiles-_41cme", ANNA, null, 42, new JsonForm().write(anna)));
  }

  @Test
  void a_tombstone_deletes_as_of_the_revision_in_its_header() {
    assertThat(tombstone("Acme/2/" + ANNA, "42", 5).left())
        .isEqualTo(DocumentWrite.delete("profiles-_41cme_2f2", ANNA, null, 42));
  }

  @Test
  void a_tombstone_without_header_deletes_as_of_its_timestamp() {
    assertThat(tombstone("acme/" + ANNA, null, 1_700_000_000_000L).left())
        .isEqualTo(DocumentWrite.delete("profiles-acme", ANNA, null, 1_700_000_000_000L));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 1, 5, wrong_type",
        "acme, 1, 5, wrong_type",
        "acme/short, 1, 5, wrong_type",
        "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, 1, 5, wrong_type",
        "acme/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, soon, 5, wrong_type",
        "acme/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, -1, 5, number_out_of_range",
        "acme/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, -, -1, missing_field",
      })
  void a_tombstone_that_names_nobody_or_no_revision_is_a_dead_letter(
      String key, String revision, long timestamp, String reason) {
    assertThat(tombstone(key, revision, timestamp).right().getReason()).isEqualTo(reason);
  }

  @Test
  void poison_is_a_dead_letter_with_place_and_bytes() {
    byte[] poison = "not avro".getBytes(UTF_8);
    DeadLetter letter = reading.read("profiles/3/77", null, poison, null, 5, NOW).right();
    assertThat(letter.getSource()).isEqualTo("profiles/3/77");
    assertThat(letter.getStage()).isEqualTo("index");
    assertThat(letter.getReason()).isEqualTo("not_avro");
    assertThat(letter.getPayload()).isEqualTo(ByteBuffer.wrap(poison));
    assertThat(letter.getAt()).isEqualTo(NOW);
  }

  @Test
  void a_document_that_cannot_be_placed_is_a_dead_letter() {
    assertThat(reasonOf(Profiles.of("", ANNA, 1))).isEqualTo("empty_field");
    assertThat(reasonOf(Profiles.of("acme", "", 1))).isEqualTo("empty_field");
    assertThat(reasonOf(Profiles.of("acme", ANNA, -1))).isEqualTo("number_out_of_range");
    assertThat(reasonOf(Profiles.of("X".repeat(100), ANNA, 1))).isEqualTo("identifier_too_long");
  }

  private String reasonOf(ProfileDocument document) {
    byte[] value = new WireForm().encode(document);
    return reading.read("profiles/0/0", null, value, null, 5, NOW).right().getReason();
  }

  private Either<DocumentWrite, DeadLetter> tombstone(String key, String revision, long timestamp) {
    byte[] bytes = key == null ? null : key.getBytes(UTF_8);
    return reading.read("profiles/0/0", bytes, null, revision, timestamp, NOW);
  }
}
