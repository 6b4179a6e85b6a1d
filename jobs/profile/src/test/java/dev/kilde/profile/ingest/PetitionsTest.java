package dev.kilde.profile.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Normalisation;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.keeper.Span;
import dev.kilde.profile.Sample;
import dev.kilde.profile.keeper.KeeperInput;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.record.IdentityLink;
import dev.kilde.schemas.record.PrivacyRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PetitionsTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Identifier ANNA = Identifier.of(IdentifierKind.CONTACT_ID, "anna");
  private static final Identifier EMAIL = Identifier.of(IdentifierKind.EMAIL, "anna@x.dk");
  private static final Identifier PHONE = Identifier.of(IdentifierKind.PHONE, "+4532123456");
  private static final Identifier DEVICE = Identifier.of(IdentifierKind.DEVICE_ID, "d");

  private final Petitions petitions =
      new Petitions(
          IdentityRules.DEFAULT,
          new Normalisation(IdentityRules.DEFAULT, new GooglePhoneNumbers(), "DK"));

  @Test
  void anExportIsAskedOfTheStrongestIdentifier() throws Exception {
    assertThat(asked(by(Sample.request("r", T, "export"), DEVICE, EMAIL)))
        .containsExactly(to(EMAIL, new Message.Export("r", T)));
  }

  @Test
  void anErasureIsAskedOfTheStrongestAndOfTheOthersWhatOnlyTheyKnow() throws Exception {
    assertThat(asked(by(Sample.request("r", T, "erase"), DEVICE, ANNA, EMAIL)))
        .containsExactly(
            to(ANNA, new Message.Erase("r", List.of(ANNA), false, T)),
            to(EMAIL, new Message.Erase("r", List.of(EMAIL), true, T)),
            to(DEVICE, new Message.Erase("r", List.of(DEVICE), true, T)));
  }

  @Test
  void anErasureOfALinkIsAskedOfTheWeakerIdentifierWithinItsSpans() throws Exception {
    Sample request =
        by(Sample.request("r", T, "erase"), DEVICE)
            .about("deviceId:d", "email:anna@x.dk")
            .with(
                "spans",
                List.of(
                    Map.of("to", "2026-02-01T00:00:00Z"),
                    Map.of("from", "2026-02-03T00:00:00Z", "to", "2026-02-04T00:00:00Z"),
                    Map.of("from", "2026-02-05T00:00:00Z")));
    assertThat(asked(request))
        .containsExactly(
            to(
                DEVICE,
                new Message.EraseTies(
                    "r",
                    key(EMAIL),
                    List.of(
                        new Span(null, day(1)), new Span(day(3), day(4)), new Span(day(5), null)),
                    T)));
  }

  @Test
  void anErasureOfALinkWithoutSpansIsOfAllTime() throws Exception {
    assertThat(
            asked(
                by(Sample.request("r", T, "erase"), PHONE)
                    .about("phone:+4532123456", "contactId:anna")))
        .containsExactly(to(PHONE, new Message.EraseTies("r", key(ANNA), List.of(), T)));
  }

  @Test
  void anErasureOfPurchasesIsAskedOfThemAndOfNobodyElse() throws Exception {
    Sample request =
        by(Sample.request("r", T, "erase"), EMAIL)
            .with("purchases", List.of("order:o", "receipt:1:s:r"))
            .with("spans", List.of(Map.of("to", "2026-02-01T00:00:00Z")));
    assertThat(asked(request)).isEmpty();
    PrivacyRequest record = record(request);
    assertThat(petitions.ofPurchases(record, Events.identifiers(record.getIdentifiers())))
        .containsExactly(
            new PurchaseInput.Forget(
                "shop",
                new PurchaseKey("order:o"),
                key(EMAIL),
                List.of(new Span(null, day(1))),
                T,
                "r"),
            new PurchaseInput.Forget(
                "shop",
                PurchaseKey.receipt("s", "r"),
                key(EMAIL),
                List.of(new Span(null, day(1))),
                T,
                "r"));
  }

  @Test
  void onlyAnErasureForgetsPurchases() throws Exception {
    PrivacyRequest record =
        record(by(Sample.request("r", T, "export"), EMAIL).with("purchases", List.of("order:o")));
    assertThat(petitions.ofPurchases(record, Events.identifiers(record.getIdentifiers())))
        .isEmpty();
  }

  @Test
  void anUnlinkIsAskedOfTheWeakerIdentifierWhoeverElseIsNamed() throws Exception {
    assertThat(
            asked(by(Sample.request("r", T, "unlink"), ANNA).about("deviceId:d", "contactId:anna")))
        .containsExactly(to(DEVICE, new Message.Unlink(key(ANNA), "r", T)));
  }

  @Test
  void theEndsOfALinkAreReadInOneForm() throws Exception {
    assertThat(
            asked(
                by(Sample.request("r", T, "unlink"), PHONE)
                    .about("phone: 32 12 34 56", "email:Anna@X.DK ")))
        .containsExactly(to(PHONE, new Message.Unlink(key(EMAIL), "r", T)));
  }

  @Test
  void aValueMayHoldColons() throws Exception {
    Identifier app = Identifier.of(IdentifierKind.DEVICE_ID, "urn:app:7");
    assertThat(
            asked(
                by(Sample.request("r", T, "unlink"), app)
                    .about("deviceId:urn:app:7", "contactId:anna")))
        .containsExactly(to(app, new Message.Unlink(key(ANNA), "r", T)));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "email:anna@x.dk, deviceId:d, lead from a weaker kind to a stronger one",
    "deviceId:d, deviceId:e, lead from a weaker kind to a stronger one",
    "d, contactId:anna, write kind:value with a kind of [contactId",
    ":d, contactId:anna, write kind:value with a kind of [contactId",
    "device:d, contactId:anna, write kind:value with a kind of [contactId",
    ", contactId:anna, write kind:value with a kind of [contactId",
    "deviceId:d, , write kind:value with a kind of [contactId",
    "deviceId:d, email:noreply@x.dk, give an identifier that is not blocked",
    "phone:7, contactId:anna, give an identifier that is not blocked",
    "deviceId:, contactId:anna, give an identifier that is not blocked",
  })
  void aLinkThatIsNoneIsRefusedWithARemedy(
      @Nullable String from, @Nullable String to, String remedy) throws Exception {
    for (String kind : List.of("unlink", "erase")) {
      PrivacyRequest request = record(by(Sample.request("r", T, kind), DEVICE));
      request.setLink(new IdentityLink(from, to));
      assertRefused(request, remedy);
    }
  }

  @Test
  void anUnlinkWithoutALinkIsRefusedWithARemedy() throws Exception {
    assertRefused(
        record(by(Sample.request("r", T, "unlink"), DEVICE)), "give link.from and link.to");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "email:anna@x.dk, phone:+4532123456",
    "email:anna@x.dk, contactId:null",
    "phone:+4532123456000000, contactId:7",
    "anna@x.dk, +4532123456",
  })
  void whatIsToldOfALinkThatIsNoneHoldsNoAddress(String from, String to) throws Exception {
    PrivacyRequest request = record(by(Sample.request("r", T, "unlink"), DEVICE));
    request.setLink(new IdentityLink(from, to));
    assertThatThrownBy(() -> petitions.of(request, Events.identifiers(request.getIdentifiers())))
        .isInstanceOf(RejectedException.class)
        .message()
        .doesNotContain("anna@x.dk")
        .doesNotContain("32123456");
  }

  private void assertRefused(PrivacyRequest request, String remedy) {
    assertThatThrownBy(() -> petitions.of(request, Events.identifiers(request.getIdentifiers())))
        .isInstanceOfSatisfying(
            RejectedException.class,
            refused ->
                assertThat(refused.rejection().reason()).isEqualTo(Rejection.Reason.INVALID_LINK))
        .hasMessageContaining(remedy);
  }

  private List<Petitions.Addressed> asked(Sample sample) throws Exception {
    PrivacyRequest request = record(sample);
    return petitions.of(request, Events.identifiers(request.getIdentifiers()));
  }

  private static PrivacyRequest record(Sample sample) {
    return (PrivacyRequest) sample.input().record();
  }

  private static Sample by(Sample sample, Identifier... identifiers) {
    Sample named = sample;
    for (Identifier each : identifiers) {
      named = named.by(each.kind().field(), each.value());
    }
    return named;
  }

  private static Petitions.Addressed to(Identifier identifier, Message message) {
    return new Petitions.Addressed(identifier.kind(), KeeperInput.to("shop", identifier, message));
  }

  private static IdentifierKey key(Identifier identifier) {
    return IdentifierKey.of("shop", identifier);
  }

  private static Instant day(int ofFebruary) {
    return Instant.parse("2026-02-0" + ofFebruary + "T00:00:00Z");
  }
}
