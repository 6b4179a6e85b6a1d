package dev.kilde.profile.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.keeper.Effect;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.IdentityChangeKind;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.ProfileExport;
import dev.kilde.schemas.wire.WireForm;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Under which key what leaves the job stands: all of one person or identifier in one partition. */
class OutcomeRecordsTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void anIdentityChangeStandsUnderWhatItStartsFrom() throws Exception {
    IdentityChange change =
        new IdentityChange("shop", IdentityChangeKind.linked, "from", "to", null, "e", T);
    assertWritten(
        new OutcomeRecords.OfIdentity("p.identity-changes"),
        change,
        Topic.IDENTITY_CHANGES,
        "p.identity-changes",
        "shop/from");
  }

  @Test
  void anExportStandsUnderThePerson() throws Exception {
    ProfileExport export =
        new ProfileExport("shop", "anna", "r", T, null, List.of(), List.of(), List.of(), List.of());
    assertWritten(
        new OutcomeRecords.OfExports("p.exports"), export, Topic.EXPORTS, "p.exports", "shop/anna");
  }

  @Test
  void anErasureStandsUnderTheWeakerIdentifierAsItsOwnInputsDo() throws Exception {
    PrivacyRequest request =
        ErasureRequests.of(
            new Effect.Spread(
                "shop",
                "erase-1",
                Identifier.of(IdentifierKind.DEVICE_ID, "d"),
                Identifier.of(IdentifierKind.EMAIL, "anna@x.dk"),
                List.of(),
                T));
    assertWritten(
        new OutcomeRecords.OfErasures("p.privacy"),
        request,
        Topic.PRIVACY,
        "p.privacy",
        "shop/deviceId:d");
  }

  private static <T extends SpecificRecord> void assertWritten(
      OutcomeRecords<T> records, T outcome, Topic read, String topic, String key) throws Exception {
    ProducerRecord<byte[], byte[]> written =
        Objects.requireNonNull(records.serialize(outcome, null, 7L));
    assertThat(written.topic()).isEqualTo(topic);
    assertThat(written.partition()).as("by the key").isNull();
    assertThat(new String(written.key(), UTF_8)).isEqualTo(key);
    assertThat(written.timestamp()).as("when it happened").isEqualTo(T.toEpochMilli());
    assertThat(new WireForm().decode(read, written.value())).isEqualTo(outcome);
  }
}
