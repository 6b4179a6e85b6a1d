package dev.kilde.core.keeper.cases;

import static dev.kilde.core.keeper.cases.Case.at;
import static dev.kilde.core.keeper.cases.Case.by;
import static dev.kilde.core.keeper.cases.Case.contact;
import static dev.kilde.core.keeper.cases.Case.device;
import static dev.kilde.core.keeper.cases.Case.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Identifier;
import org.junit.jupiter.api.Test;

/**
 * The cases Segment documents for Unify's identity resolution. Its {@code user_id} is a contact id
 * here, its {@code anonymous_id} a device. Segment merges profiles and protects some from it; here
 * people never merge, and a weaker identifier follows.
 */
class SegmentCasesTest {

  private static final Identifier U1 = contact("u1");
  private static final Identifier U2 = contact("u2");
  private static final Identifier A1 = device("a1");
  private static final Identifier JANE = email("jane");

  /**
   * Merge protection, FAQ: the anonymous id was not reset at logout. Segment refuses to merge the
   * two users, as here. Read by its rules, its device stays with the first; here it follows.
   */
  @Test
  void aDeviceThatIsNotResetAtLogoutDoesNotMergeTwoUsers() {
    assertThat(
            Case.of(
                    by(A1, U1).signedIn("signs in", at(10, 0)),
                    by(A1).viewed("after logout", at(11, 0), "tent"),
                    by(A1, U2).signedIn("another signs in", at(12, 0)),
                    by(A1).viewed("views", at(13, 0), "lamp"))
                .table())
        .isEqualTo(
            """
            10:00 | signs in | u1 a1 | u1
            11:00 | after logout | a1 | u1
            12:00 | another signs in | u2 a1 | u2
            13:00 | views | a1 | u2
            """);
  }

  /**
   * Onboarding, "Priority": two user ids with one e-mail address. Segment demotes the address on
   * the second event, so that it stays with the first user for good; here what comes under the
   * address alone is the one's whom it was last seen with.
   */
  @Test
  void oneAddressOfTwoUsersDoesNotMergeThem() {
    assertThat(
            Case.of(
                    by(contact("abc123"), JANE).signedIn("signs in", at(10, 0)),
                    by(JANE).clicked("clicks", at(11, 0), "email"),
                    by(contact("abc456"), JANE).signedIn("as another", at(12, 0)),
                    by(JANE).clicked("clicks again", at(13, 0), "email"))
                .table())
        .isEqualTo(
            """
            10:00 | signs in | abc123 jane | abc123
            11:00 | clicks | jane | abc123
            12:00 | as another | abc456 jane | abc456
            13:00 | clicks again | jane | abc456
            """);
  }

  /**
   * "Shared iPad Use Case": customers register on a tablet in the store. By Segment's default
   * limits up to five addresses end up on one profile; here each is a person.
   */
  @Test
  void customersWhoRegisterOnOneTabletStayApart() {
    Identifier tablet = device("ipad");
    assertThat(
            Case.of(
                    by(tablet, email("anna")).signedIn("anna registers", at(10, 0)),
                    by(tablet).viewed("anna views", at(10, 5), "tent"),
                    by(tablet, email("bo")).signedIn("bo registers", at(11, 0)),
                    by(tablet).viewed("bo views", at(11, 5), "lamp"))
                .table())
        .isEqualTo(
            """
            10:00 | anna registers | anna ipad | anna
            10:05 | anna views | ipad | anna
            11:00 | bo registers | bo ipad | bo
            11:05 | bo views | ipad | bo
            """);
  }

  /** External ids, "Example": anonymous, then known. As Segment does. */
  @Test
  void whatWasAnonymousIsTheUsersOnceKnown() {
    Identifier anonymous = device("anon_123");
    assertThat(
            Case.of(
                    by(anonymous).viewed("prices", at(10, 0), "tent"),
                    by(anonymous).viewed("more", at(10, 5), "lamp"),
                    by(anonymous, contact("use_123")).signedIn("signs up", at(10, 10)))
                .table())
        .isEqualTo(
            """
            10:00 | prices | anon_123 | use_123
            10:05 | more | anon_123 | use_123
            10:10 | signs up | use_123 anon_123 | use_123
            """);
  }

  /** E-commerce example: two phones, three apps, one customer. As Segment does. */
  @Test
  void oneCustomerOnSeveralDevicesIsOnePerson() {
    Identifier jane = contact("abc123def");
    assertThat(
            Case.of(
                    by(device("iphone")).viewed("opens", at(10, 0), "tent"),
                    by(device("iphone"), JANE, jane).signedIn("checks out", at(10, 5)),
                    by(device("android-kicks"), jane).signedIn("other phone", at(11, 0)),
                    by(device("android-runs")).viewed("other app", at(12, 0), "lamp"),
                    by(device("android-runs"), jane).signedIn("there, too", at(12, 5)))
                .table())
        .isEqualTo(
            """
            10:00 | opens | iphone | abc123def
            10:05 | checks out | abc123def jane iphone | abc123def
            11:00 | other phone | abc123def android-kicks | abc123def
            12:00 | other app | android-runs | abc123def
            12:05 | there, too | abc123def android-runs | abc123def
            """);
  }

  /**
   * Profiles sync, "anonymous site visits lead to profile merge": Segment merges the newer profile
   * into the older one. The outcome is the same; nobody merges, two devices point to one address.
   */
  @Test
  void twoDevicesThatNameOneAddressAreOnePerson() {
    assertThat(
            Case.of(
                    by(device("5285bc35")).viewed("visits", at(14, 1), "tent"),
                    by(device("5285bc35"), JANE).signedIn("signs in", at(14, 2)),
                    by(device("b50e18a5")).viewed("visits weeks later", at(20, 47), "lamp"),
                    by(device("b50e18a5"), JANE).signedIn("signs in there", at(20, 48)))
                .table())
        .isEqualTo(
            """
            14:01 | visits | 5285bc35 | jane
            14:02 | signs in | jane 5285bc35 | jane
            20:47 | visits weeks later | b50e18a5 | jane
            20:48 | signs in there | jane b50e18a5 | jane
            """);
  }

  /**
   * External ids, the note on {@code ga_client_id}: a cookie that survives logout. Segment says
   * that profiles of different anonymous ids merge through it; here they do not.
   */
  @Test
  void aCookieThatSurvivesLogoutMergesNobody() {
    Identifier cookie = device("ga");
    assertThat(
            Case.of(
                    by(cookie, U1).signedIn("signs in", at(10, 0)),
                    by(cookie, U2).signedIn("another signs in", at(11, 0)),
                    by(U1).viewed("elsewhere", at(12, 0), "tent"),
                    by(U2).viewed("elsewhere, too", at(12, 0), "lamp"))
                .table())
        .isEqualTo(
            """
            10:00 | signs in | u1 ga | u1
            11:00 | another signs in | u2 ga | u2
            12:00 | elsewhere | u1 | u1
            12:00 | elsewhere, too | u2 | u2
            """);
  }
}
