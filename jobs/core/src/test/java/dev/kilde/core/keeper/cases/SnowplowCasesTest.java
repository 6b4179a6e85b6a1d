package dev.kilde.core.keeper.cases;

import static dev.kilde.core.keeper.cases.Case.at;
import static dev.kilde.core.keeper.cases.Case.by;
import static dev.kilde.core.keeper.cases.Case.contact;
import static dev.kilde.core.keeper.cases.Case.device;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Identifier;
import org.junit.jupiter.api.Test;

/** A shared device by the rules of Snowplow: of its packages for dbt, and of its Identities. */
class SnowplowCasesTest {

  private static final Identifier ALICE = contact("alice");
  private static final Identifier BOB = contact("bob");
  private static final Identifier DEVICE = device("d1");

  /**
   * The packages take the latest user of a device and date it back: all four sessions are Bob's,
   * Alice's own among them. Here earlier history stays where it was.
   */
  @Test
  void theLatestUserOfADeviceGetsWhatComesAndNotWhatWas() {
    assertThat(
            Case.of(
                    by(DEVICE).viewed("s1", at(10, 0), "tent"),
                    by(DEVICE, ALICE).signedIn("s2", at(11, 0)),
                    by(DEVICE, BOB).signedIn("s3", at(12, 0)),
                    by(DEVICE).viewed("s4", at(13, 0), "lamp"))
                .table())
        .isEqualTo(
            """
            10:00 | s1 | d1 | alice
            11:00 | s2 | alice d1 | alice
            12:00 | s3 | bob d1 | bob
            13:00 | s4 | d1 | bob
            """);
  }

  /** With a new cookie at logout both agree. */
  @Test
  void withANewCookieAtLogoutNothingIsShared() {
    assertThat(
            Case.of(
                    by(DEVICE).viewed("s1", at(10, 0), "tent"),
                    by(DEVICE, ALICE).signedIn("s2", at(11, 0)),
                    by(device("d2"), BOB).signedIn("s3", at(12, 0)))
                .table())
        .isEqualTo(
            """
            10:00 | s1 | d1 | alice
            11:00 | s2 | alice d1 | alice
            12:00 | s3 | bob d2 | bob
            """);
  }

  /**
   * Identities, with a unique user id: a phone seen with two users is linked to both, and what it
   * does alone is an anonymous third's. Here it is the last one's until the limit is reached.
   */
  @Test
  void aPhoneOfTwoUsersFollowsTheLast() {
    Identifier phone = device("6d920c");
    assertThat(
            Case.of(
                    by(phone, ALICE).signedIn("alice", at(10, 0)),
                    by(phone, BOB).signedIn("bob", at(11, 0)),
                    by(phone).viewed("alone", at(12, 0), "tent"))
                .table())
        .isEqualTo(
            """
            10:00 | alice | alice 6d920c | alice
            11:00 | bob | bob 6d920c | bob
            12:00 | alone | 6d920c | bob
            """);
  }
}
