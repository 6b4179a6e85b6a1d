package dev.kilde.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Identifiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisationTest {

  private static final Spelling CARD = new Spelling(" -", LetterCase.UPPER, 6);

  private final Normalisation normalisation = with(Blocklist.DEFAULT);

  @Test
  void everyKindIsBroughtIntoItsForm() {
    Named named =
        normalisation.named(
            Map.of(
                    IdentifierKind.CONTACT_ID, " C 7 ",
                    IdentifierKind.EMAIL, "Ada@Example.COM ",
                    IdentifierKind.PHONE, "32 12 34 56",
                    IdentifierKind.LOYALTY_NUMBER, "12-34",
                    IdentifierKind.DEVICE_ID, "aB")
                ::get);

    assertThat(named)
        .isEqualTo(
            new Named(
                new Identifiers(
                    List.of(
                        new Identifier(IdentifierKind.CONTACT_ID, "C 7"),
                        new Identifier(IdentifierKind.EMAIL, "ada@example.com"),
                        new Identifier(IdentifierKind.PHONE, "+4532123456"),
                        new Identifier(IdentifierKind.LOYALTY_NUMBER, "001234"),
                        new Identifier(IdentifierKind.DEVICE_ID, "aB"))),
                List.of()));
  }

  @Test
  void whatIsRefusedIsToldWithItsReasonAndTheRestCounts() {
    Named named =
        normalisation.named(
            Map.of(
                    IdentifierKind.CONTACT_ID, "Guest",
                    IdentifierKind.EMAIL, "Ada Example",
                    IdentifierKind.PHONE, " by mail ",
                    IdentifierKind.LOYALTY_NUMBER, "--",
                    IdentifierKind.DEVICE_ID, "aB")
                ::get);

    assertThat(named.accepted().all())
        .containsExactly(new Identifier(IdentifierKind.DEVICE_ID, "aB"));
    assertThat(named.refused())
        .containsExactly(
            refused(IdentifierKind.CONTACT_ID, "Guest", Refusal.BLOCKLISTED),
            refused(IdentifierKind.EMAIL, "ada example", Refusal.NO_EMAIL_ADDRESS),
            refused(IdentifierKind.PHONE, "by mail", Refusal.NO_PHONE_NUMBER),
            refused(IdentifierKind.LOYALTY_NUMBER, "--", Refusal.BLOCKLISTED));
  }

  @Test
  void nothingAndWhiteSpaceNameNobodyAndAreNoRefusal() {
    assertThat(normalisation.named(kind -> null)).isEqualTo(new Named(Identifiers.NONE, List.of()));
    assertThat(normalisation.named(kind -> " \u00A0")).isEqualTo(normalisation.named(kind -> null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@localhost", "a b@c", "\"ada\"@example.com", "ada+shop@b.dk", "æ@ø"})
  void addressesAreJudgedLeniently(String address) {
    assertThat(one(normalisation, IdentifierKind.EMAIL, address).refused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "@example.com", "ada@", "ada@b@c", "ada.example.com"})
  void withoutOneAtBetweenSomethingItIsNoAddress(String address) {
    assertThat(one(normalisation, IdentifierKind.EMAIL, address).refused())
        .containsExactly(refused(IdentifierKind.EMAIL, address, Refusal.NO_EMAIL_ADDRESS));
  }

  /** The list is written as people write: neither the card nor the phone in normal form. */
  @ParameterizedTest
  @CsvSource({
    "EMAIL,          INFO@shop.example",
    "LOYALTY_NUMBER, 12-34",
    "LOYALTY_NUMBER, 1234",
    "LOYALTY_NUMBER, 001234",
    "LOYALTY_NUMBER, ab-9",
    "LOYALTY_NUMBER, a b9",
    "LOYALTY_NUMBER, -1",
    "PHONE,          32 12 34 56",
    "PHONE,          +4532123456",
    "PHONE,          n/a",
    "PHONE,          0000",
    "PHONE,          00 00 00 01",
  })
  void aValueIsBlockedInTheFormOfTheListAndInItsOwn(IdentifierKind kind, String raw) {
    Blocklist own =
        new Blocklist(
            BlockedValues.NONE,
            Map.of(
                IdentifierKind.EMAIL, BlockedValues.of("Info@Shop.example"),
                IdentifierKind.LOYALTY_NUMBER, BlockedValues.of("12-34", "AB9"),
                IdentifierKind.PHONE, BlockedValues.of("32123456", "*00000001", "not a phone")));

    Named named = one(with(Blocklist.DEFAULT.and(own)), kind, raw);

    assertThat(named.accepted().all()).isEmpty();
    assertThat(named.refused()).extracting(Refused::why).containsExactly(Refusal.BLOCKLISTED);
  }

  @Test
  void aRefusedPhoneNumberIsToldInItsNormalForm() {
    Blocklist own =
        new Blocklist(
            BlockedValues.NONE, Map.of(IdentifierKind.PHONE, BlockedValues.of("+4532123456")));

    assertThat(one(with(own), IdentifierKind.PHONE, "32 12 34 56").refused())
        .containsExactly(refused(IdentifierKind.PHONE, "+4532123456", Refusal.BLOCKLISTED));
  }

  @Property
  void whatIsAcceptedIsAcceptedAsItIs(@ForAll IdentifierKind kind, @ForAll("written") String raw) {
    List<Identifier> accepted = one(normalisation, kind, raw).accepted().all();

    assertThat(accepted)
        .allSatisfy(
            identifier ->
                assertThat(one(normalisation, kind, identifier.value()).accepted().all())
                    .containsExactly(identifier));
  }

  @Provide
  Arbitrary<String> written() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().withChars(" -aA01@\u00A0\uFF21").ofMaxLength(10),
        Arbitraries.strings().withChars("0123 ").ofMinLength(8).ofMaxLength(10));
  }

  @Test
  void codesAreAsReleased() {
    assertThat(Refusal.values())
        .extracting(Refusal::code)
        .containsExactly("blocklisted", "no_email_address", "no_phone_number");
    assertThat(Refusal.REASON).isEqualTo("blocked");
  }

  private static Refused refused(IdentifierKind kind, String value, Refusal why) {
    return new Refused(new Identifier(kind, value), why);
  }

  private static Named one(Normalisation normalisation, IdentifierKind only, String raw) {
    return normalisation.named(kind -> kind == only ? raw : null);
  }

  private static Normalisation with(Blocklist blocklist) {
    IdentityRules defaults = IdentityRules.DEFAULT;
    return new Normalisation(
        new IdentityRules(
            defaults.order(),
            defaults.limits(),
            defaults.leastTrust(),
            defaults.retention(),
            blocklist,
            Map.of(IdentifierKind.LOYALTY_NUMBER, CARD)),
        new DanishPhones(),
        "DK");
  }

  /** Eight digits, with or without the country code. */
  private static final class DanishPhones implements PhoneNumbers {

    @Override
    public Optional<String> e164(String text, String country) {
      assertThat(country).isEqualTo("DK");
      String digits = text.replace(" ", "");
      if (digits.matches("[0-9]{8}")) {
        return Optional.of("+45" + digits);
      }
      return digits.matches("\\+45[0-9]{8}") ? Optional.of(digits) : Optional.empty();
    }
  }
}
