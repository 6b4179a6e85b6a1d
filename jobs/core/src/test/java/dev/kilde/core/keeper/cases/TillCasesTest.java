package dev.kilde.core.keeper.cases;

import static dev.kilde.core.keeper.cases.Case.at;
import static dev.kilde.core.keeper.cases.Case.by;
import static dev.kilde.core.keeper.cases.Case.card;
import static dev.kilde.core.keeper.cases.Case.contact;
import static dev.kilde.core.keeper.cases.Case.device;
import static dev.kilde.core.keeper.cases.Case.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Reachability;
import dev.kilde.core.identity.worlds.Chain;
import dev.kilde.core.person.Profile;
import org.junit.jupiter.api.Test;

/** What becomes of those who pay by card. */
class TillCasesTest {

  private static final Identifier DEVICE = device("device");
  private static final Identifier CUSTOMER = contact("customer");
  private static final Identifier CARD = card("card");
  private static final Identifier ANNA = email("anna@home.dk");
  private static final Identifier TYPO = email("ana@home.dk");

  @Test
  void receiptsOfACardAreClaimedByWhoOrdersWithIt() {
    assertThat(
            Case.of(
                    by(CARD).receipt("buys", at(10, 0), "r1"),
                    by(CARD).receipt("buys again", at(11, 0), "r2"),
                    by(CARD, ANNA).order("orders", at(12, 0), at(12, 0), "o1", OrderStatus.PAID),
                    by(CARD).receipt("and again", at(13, 0), "r3"))
                .table())
        .isEqualTo(
            """
            10:00 | buys | card | anna@home.dk
            11:00 | buys again | card | anna@home.dk
            12:00 | orders | anna@home.dk card | anna@home.dk
            13:00 | and again | card | anna@home.dk
            """);
  }

  /** The guest's address turns out to be a customer's: what its device did before is hers, too. */
  @Test
  void anOrderThatIsEnrichedKeepsWhatItLinked() {
    assertThat(
            Case.of(
                    by(DEVICE).viewed("looks", at(10, 0), "tent"),
                    by(ANNA, DEVICE)
                        .order("orders", at(11, 0), at(11, 0), "o1", OrderStatus.PLACED),
                    by(CUSTOMER, ANNA)
                        .order("is known", at(12, 0), at(12, 0), "o1", OrderStatus.PAID),
                    by(DEVICE).viewed("looks again", at(13, 0), "tent"))
                .table())
        .isEqualTo(
            """
            10:00 | looks | device | customer
            11:00 | orders | anna@home.dk device | customer
            12:00 | is known | customer anna@home.dk | customer
            13:00 | looks again | device | customer
            """);
  }

  /**
   * Without the address nothing says that the customer is the guest: two people are never made one.
   */
  @Test
  void anOrderThatNamesSomebodyElseAloneTakesTheLinkBack() {
    assertThat(
            Case.of(
                    by(DEVICE).viewed("looks", at(10, 0), "tent"),
                    by(ANNA, DEVICE)
                        .order("orders", at(11, 0), at(11, 0), "o1", OrderStatus.PLACED),
                    by(CUSTOMER)
                        .order("is another's", at(12, 0), at(12, 0), "o1", OrderStatus.PAID))
                .table())
        .isEqualTo(
            """
            10:00 | looks | device | device
            11:00 | orders | anna@home.dk device | customer
            12:00 | is another's | customer | customer
            """);
  }

  /** A clerk types an address wrong: what the card did is linked to it, and nothing is sent. */
  @Test
  void anAddressTypedWrongByAClerkHasTheHistoryAndGetsNoMail() {
    Case story =
        Case.of(
            by(CARD).receipt("buys", at(10, 0), "r1"),
            by(CARD, TYPO).inferred().receipt("address asked for", at(11, 0), "r2"),
            by(TYPO).inferred().granted("consent asked for", at(11, 1)),
            by(CARD).receipt("buys again", at(12, 0), "r3"));
    Chain chain = story.play();

    Profile typo = Case.profile(chain, TYPO);
    assertThat(story.table(chain))
        .isEqualTo(
            """
            10:00 | buys | card | ana@home.dk
            11:00 | address asked for | ana@home.dk card | ana@home.dk
            11:01 | consent asked for | ana@home.dk | ana@home.dk
            12:00 | buys again | card | ana@home.dk
            """);
    assertThat(typo.identifiers().unconfirmed()).contains(TYPO);
    assertThat(typo.permissions().on("email", "newsletter"))
        .map(Permissions.Permission::status)
        .contains(PermissionStatus.PENDING);
    assertThat(
            Reachability.of(
                typo.identifiers(), typo.contact(), typo.permissions(), typo.engagement()))
        .containsEntry("email", false)
        .containsEntry("ads", false);
  }

  /** The right address is stated later: from then on the card is hers; a guess takes it no more. */
  @Test
  void whatIsStatedCountsMoreThanWhatWasGuessed() {
    assertThat(
            Case.of(
                    by(CARD, TYPO).inferred().receipt("address asked for", at(10, 0), "r1"),
                    by(CARD).receipt("buys", at(11, 0), "r2"),
                    by(CARD, ANNA).signedIn("signs up", at(12, 0)),
                    by(CARD, TYPO).inferred().receipt("asked again", at(13, 0), "r3"),
                    by(CARD).receipt("buys again", at(14, 0), "r4"))
                .table())
        .isEqualTo(
            """
            10:00 | address asked for | ana@home.dk card | ana@home.dk
            11:00 | buys | card | ana@home.dk
            12:00 | signs up | anna@home.dk card | anna@home.dk
            13:00 | asked again | ana@home.dk card | ana@home.dk
            14:00 | buys again | card | anna@home.dk
            """);
  }
}
