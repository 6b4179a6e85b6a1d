package dev.kilde.profile.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Content;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Identifiers;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Normalisation;
import dev.kilde.core.identity.Refusal;
import dev.kilde.core.identity.Refused;
import dev.kilde.profile.Sample;
import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.wire.WireForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamingTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final WireForm wire = new WireForm();
  private final Naming naming =
      new Naming(new Normalisation(IdentityRules.DEFAULT, new GooglePhoneNumbers(), "DK"));

  static Stream<Sample> inputs() {
    return Stream.of(
        Sample.viewed("1", NOW, "tent"),
        Sample.order("1", NOW, "o"),
        Sample.receipt("1", NOW, "r"),
        Sample.of(Topic.CONTACTS, "1", NOW).with("fields", Map.of("country", "DK")),
        Sample.of(Topic.PERMISSIONS, "1", NOW)
            .with("channel", "email")
            .with("purpose", "marketing")
            .with("status", "granted"),
        Sample.of(Topic.ENGAGEMENT, "1", NOW).with("kind", "opened"));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void everyInputsIdentifiersAreNormalised(Sample sample) {
    SpecificRecord record =
        sample
            .by("contactId", " 7 ")
            .by("email", "Ada@Example.com")
            .by("phone", "32 12 34 56")
            .by("loyaltyNumber", "L-1")
            .by("cardToken", " t")
            .by("deviceId", "cookie ")
            .input()
            .record();

    assertThat(naming.normalise(record)).isEmpty();

    assertThat(event(record).envelope().identifiers())
        .isEqualTo(
            Identifiers.of(
                List.of(
                    new Identifier(IdentifierKind.CONTACT_ID, "7"),
                    new Identifier(IdentifierKind.EMAIL, "ada@example.com"),
                    new Identifier(IdentifierKind.PHONE, "+4532123456"),
                    new Identifier(IdentifierKind.LOYALTY_NUMBER, "L-1"),
                    new Identifier(IdentifierKind.CARD_TOKEN, "t"),
                    new Identifier(IdentifierKind.DEVICE_ID, "cookie"))));
  }

  @Test
  void theContentIsTheSameHoweverTheIdentifiersWereTyped() {
    SpecificRecord typed = phoned("32 12 34 56");
    SpecificRecord normal = phoned("+4532123456");

    assertThat(wire.encode(typed)).isNotEqualTo(wire.encode(normal));
    naming.normalise(typed);
    naming.normalise(normal);

    assertThat(wire.encode(typed)).isEqualTo(wire.encode(normal));
    assertThat(Envelopes.identifiers(normal).getPhone()).isEqualTo("+4532123456");
  }

  @Test
  void whatIsRefusedIsTakenOutAndTheRestOfTheRecordStays() {
    SpecificRecord record =
        Sample.viewed("1", NOW, "tent")
            .by("contactId", "guest")
            .by("email", "nobody")
            .by("phone", "123")
            .by("deviceId", "cookie")
            .input()
            .record();
    SpecificRecord byDevice =
        Sample.viewed("1", NOW, "tent").by("deviceId", "cookie").input().record();

    assertThat(naming.normalise(record))
        .containsExactly(
            refused(IdentifierKind.CONTACT_ID, "guest", Refusal.BLOCKLISTED),
            refused(IdentifierKind.EMAIL, "nobody", Refusal.NO_EMAIL_ADDRESS),
            refused(IdentifierKind.PHONE, "123", Refusal.NO_PHONE_NUMBER));

    assertThat(record).isEqualTo(byDevice);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void whereNoneCountsTheEventIsKeptAndNamesNobody(Sample sample) {
    SpecificRecord record = sample.by("deviceId", "0000").input().record();

    assertThat(naming.normalise(record))
        .containsExactly(refused(IdentifierKind.DEVICE_ID, "0000", Refusal.BLOCKLISTED));

    assertThat(Envelopes.identifiers(record)).isNull();
    assertThat(event(record).envelope().identifiers()).isEqualTo(Identifiers.NONE);
  }

  @Test
  void whereNothingDiffersNothingIsWritten() {
    SpecificRecord record =
        Sample.viewed("1", NOW, "tent").by("deviceId", "cookie").input().record();
    Object identifiers = Envelopes.identifiers(record);
    Object device = Envelopes.identifiers(record).getDeviceId();

    assertThat(naming.normalise(record)).isEmpty();

    assertThat(Envelopes.identifiers(record)).isSameAs(identifiers);
    assertThat(Envelopes.identifiers(record).getDeviceId()).isSameAs(device);
  }

  @Test
  void whatCameInIsNotWrittenTo() {
    SpecificRecord record = phoned("32 12 34 56");
    dev.kilde.schemas.record.Identifiers given = Envelopes.identifiers(record);

    naming.normalise(record);

    assertThat(given.getPhone()).isEqualTo("32 12 34 56");
    assertThat(Envelopes.identifiers(record).getPhone()).isEqualTo("+4532123456");
  }

  @Test
  void recordsAboutNobodyPass() {
    SpecificRecord receipt = Sample.receipt("1", NOW, "r").input().record();
    SpecificRecord product =
        Sample.of(Topic.PRODUCTS, "1", NOW).with("productId", "tent").input().record();

    assertThat(naming.normalise(receipt)).isEmpty();
    assertThat(naming.normalise(product)).isEmpty();
    assertThat(receipt).isEqualTo(Sample.receipt("1", NOW, "r").input().record());
  }

  private static SpecificRecord phoned(String phone) {
    return Sample.order("1", NOW, "o").by("phone", phone).input().record();
  }

  private Event event(SpecificRecord record) {
    return Events.of(record, Content.of(wire.encode(record))).orElseThrow();
  }

  private static Refused refused(IdentifierKind kind, String value, Refusal why) {
    return new Refused(new Identifier(kind, value), why);
  }
}
