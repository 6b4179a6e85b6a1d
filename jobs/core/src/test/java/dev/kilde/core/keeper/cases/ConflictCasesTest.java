package dev.kilde.core.keeper.cases;

import static dev.kilde.core.keeper.cases.Case.at;
import static dev.kilde.core.keeper.cases.Case.by;
import static dev.kilde.core.keeper.cases.Case.contact;
import static dev.kilde.core.keeper.cases.Case.device;
import static dev.kilde.core.keeper.cases.Case.email;
import static dev.kilde.core.keeper.cases.Case.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.identity.worlds.Chain;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.keeper.IdentityChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When an identifier seen with two others is a conflict, and when the two are one person. */
class ConflictCasesTest {

  private static final Identifier TABLET = device("tablet");
  private static final Identifier ANNA = contact("anna");
  private static final Identifier ANNAS_MAIL = email("anna@x.dk");
  private static final Identifier BO = contact("bo");
  private static final Identifier BOS_MAIL = email("bo@x.dk");
  private static final Identifier MEMBER = new Identifier(IdentifierKind.LOYALTY_NUMBER, "77");

  private static final Event ANNA_SIGNS_IN = by(ANNA, TABLET).signedIn("signs in", at(10, 0));

  @Test
  void anAddressOfWhomTheDeviceFollowsIsNoConflict() {
    assertThat(
            conflicts(
                ANNA_SIGNS_IN,
                by(ANNA, ANNAS_MAIL).signedIn("gives address", at(10, 5)),
                by(TABLET, ANNAS_MAIL).viewed("clicks newsletter", at(11, 0), "tent")))
        .isEmpty();
  }

  @Test
  void anAddressOfSomebodyElseIsOne() {
    assertThat(
            conflicts(
                ANNA_SIGNS_IN,
                by(BO, BOS_MAIL).signedIn("gives address", at(10, 5)),
                by(TABLET, BOS_MAIL).viewed("clicks newsletter", at(11, 0), "tent")))
        .containsExactly("tablet with bo@x.dk: clicks newsletter");
  }

  @Test
  void anAddressOfNobodyKnownIsOneEvenIfLaterItIsTheirs() {
    assertThat(
            conflicts(
                ANNA_SIGNS_IN,
                by(TABLET, ANNAS_MAIL).viewed("clicks newsletter", at(11, 0), "tent"),
                by(ANNA, ANNAS_MAIL).signedIn("gives address", at(12, 0))))
        .containsExactly("tablet with anna@x.dk: clicks newsletter");
  }

  @Test
  void theWayMayLeadOverWhomTheDeviceFollows() {
    assertThat(
            conflicts(
                by(ANNAS_MAIL, TABLET).signedIn("signs up", at(10, 0)),
                by(ANNA, MEMBER).signedIn("joins", at(10, 5)),
                by(ANNA, ANNAS_MAIL).signedIn("gives address", at(10, 10)),
                by(MEMBER, TABLET).viewed("opens app", at(11, 0), "tent")))
        .isEmpty();
  }

  @Test
  void theWayMayHaveSeveralHops() {
    Identifier phone = phone("+4532123456");
    assertThat(
            conflicts(
                ANNA_SIGNS_IN,
                by(ANNA, ANNAS_MAIL).signedIn("gives address", at(10, 5)),
                by(ANNAS_MAIL, phone).signedIn("gives number", at(10, 10)),
                by(phone, TABLET).viewed("clicks text", at(11, 0), "tent")))
        .isEmpty();
  }

  @Test
  void twoOfOneKindAtTheEndOfTheWayAreOne() {
    assertThat(
            conflicts(
                by(ANNAS_MAIL, TABLET).signedIn("signs up", at(10, 0)),
                by(BOS_MAIL, MEMBER).signedIn("joins", at(10, 5)),
                by(MEMBER, TABLET).viewed("opens app", at(11, 0), "tent")))
        .containsExactly("tablet with 77: opens app");
  }

  /** What is told of them, in words. */
  private static List<String> conflicts(Event... events) {
    Chain chain = Case.of(events).play();
    return chain.effects().stream()
        .filter(Effect.Reported.class::isInstance)
        .map(effect -> ((Effect.Reported) effect).change())
        .filter(change -> change.refusal() == ReasonCode.CONFLICT)
        .map(ConflictCasesTest::inWords)
        .toList();
  }

  private static String inWords(IdentityChange change) {
    return name(change.from()) + " with " + name(change.to()) + ": " + change.eventId();
  }

  private static String name(@Nullable String hash) {
    return List.of(TABLET, ANNAS_MAIL, BOS_MAIL, MEMBER).stream()
        .filter(each -> IdentifierKey.of(Chain.TENANT, each).hash().equals(hash))
        .map(Identifier::value)
        .findFirst()
        .orElse("somebody else");
  }
}
