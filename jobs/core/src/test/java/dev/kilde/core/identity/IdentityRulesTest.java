package dev.kilde.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Identifiers;
import dev.kilde.core.event.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityRulesTest {

  private static final Identifier CONTACT = new Identifier(IdentifierKind.CONTACT_ID, "7");
  private static final Identifier EMAIL = new Identifier(IdentifierKind.EMAIL, "a@a.dk");
  private static final Identifier DEVICE = new Identifier(IdentifierKind.DEVICE_ID, "cookie");

  private static final List<IdentifierKind> EMAIL_FIRST =
      List.of(
          IdentifierKind.EMAIL,
          IdentifierKind.CONTACT_ID,
          IdentifierKind.PHONE,
          IdentifierKind.LOYALTY_NUMBER,
          IdentifierKind.CARD_TOKEN,
          IdentifierKind.DEVICE_ID);

  private final IdentityRules rules = IdentityRules.DEFAULT;

  @Test
  void theOrderDecidesWhoIsNamedAndWhatPointsThere() {
    Identifiers all = Identifiers.of(List.of(DEVICE, EMAIL, CONTACT));
    IdentityRules emailFirst = rules(EMAIL_FIRST, Map.of(), Map.of());

    assertThat(rules.strongest(all)).contains(CONTACT);
    assertThat(rules.weaker(all)).containsExactly(EMAIL, DEVICE);
    assertThat(emailFirst.strongest(all)).contains(EMAIL);
    assertThat(emailFirst.weaker(all)).containsExactly(CONTACT, DEVICE);
    assertThat(emailFirst.strength(IdentifierKind.EMAIL))
        .isGreaterThan(emailFirst.strength(IdentifierKind.CONTACT_ID));
    assertThat(rules.strongest(Identifiers.NONE)).isEmpty();
    assertThat(rules.weaker(Identifiers.of(List.of(DEVICE)))).isEmpty();
  }

  @Test
  void aDeviceIsLinkedByWhatIsStatedButNotByWhatIsInferred() {
    assertThat(rules.isTrusted(IdentifierKind.DEVICE_ID, Trust.VERIFIED)).isTrue();
    assertThat(rules.isTrusted(IdentifierKind.DEVICE_ID, Trust.STATED)).isTrue();
    assertThat(rules.isTrusted(IdentifierKind.DEVICE_ID, Trust.INFERRED)).isFalse();
    assertThat(rules.isTrusted(IdentifierKind.CARD_TOKEN, Trust.INFERRED)).isTrue();
  }

  @Test
  void aDevicesEventsAreKept90DaysAndTheOthersAsPeoples() {
    Retention people = Retention.DEFAULT;

    assertThat(rules.retention(IdentifierKind.DEVICE_ID, people))
        .isEqualTo(new Retention(Duration.ofDays(90), Duration.ofDays(90)));
    assertThat(rules.retention(IdentifierKind.EMAIL, people)).isEqualTo(people);
  }

  @Test
  void theStrongestKindIsNeverShared() {
    assertThat(rules.limit(IdentifierKind.CONTACT_ID)).isNull();
    assertThat(rules.limit(IdentifierKind.DEVICE_ID))
        .isEqualTo(new SharingLimit(5, Duration.ofDays(30)));
    assertThatThrownBy(() -> rules(EMAIL_FIRST, rules.limits(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EMAIL");
  }

  @Test
  void anOrderNamesEveryKindOnce() {
    assertThatThrownBy(() -> rules(EMAIL_FIRST.subList(0, 5), Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rules(List.of(), Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mailAndPhoneHaveAFormOfTheirOwn() {
    for (IdentifierKind kind : List.of(IdentifierKind.EMAIL, IdentifierKind.PHONE)) {
      assertThatThrownBy(() -> rules(rules.order(), Map.of(), Map.of(kind, Spelling.AS_GIVEN)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static IdentityRules rules(
      List<IdentifierKind> order,
      Map<IdentifierKind, SharingLimit> limits,
      Map<IdentifierKind, Spelling> spelling) {
    IdentityRules defaults = IdentityRules.DEFAULT;
    return new IdentityRules(
        order, limits, defaults.leastTrust(), defaults.retention(), defaults.blocklist(), spelling);
  }
}
