package dev.kilde.core.segment.condition;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.event.PermissionStatus.GRANTED;
import static dev.kilde.core.event.PermissionStatus.PENDING;
import static dev.kilde.core.event.PermissionStatus.REVOKED;
import static dev.kilde.core.segment.condition.Somebody.ADA;
import static dev.kilde.core.segment.condition.Somebody.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermittedTest {

  private static final Somebody ADA_SAID =
      who(
          ADA.said("1", day(1), "email", "marketing", GRANTED),
          ADA.said("2", day(2), "email", "reviews", REVOKED),
          ADA.said("3", day(3), "email", "cart_reminders", PENDING),
          ADA.said("4", day(4), "sms", "newsletter", GRANTED));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "permission: { channel: email, purpose: marketing }                       | true",
        "permission: { channel: email, purpose: marketing, status: granted }      | true",
        "permission: { channel: email, purpose: own-purpose }                     | true",
        "permission: { channel: email, purpose: cart_reminders }                  | true",
        "permission: { channel: email, purpose: reviews }                         | false",
        "permission: { channel: email, purpose: profiling }                       | false",
        "permission: { channel: sms, purpose: newsletter }                        | true",
        "permission: { channel: sms, purpose: marketing }                         | false",
        "permission: { channel: email, purpose: cart_reminders, status: pending } | true",
        "permission: { channel: email, purpose: marketing, status: pending }      | false",
        "permission: { channel: email, purpose: reviews, status: revoked }        | true",
        "permission: { channel: sms, purpose: marketing, status: revoked }        | false",
      })
  void grantedIsWhatAGrantCoversAndTheOthersWhatWasSaid(String condition, boolean value) {
    ADA_SAID.holds(condition, day(5), value, null);
  }

  @Test
  void itTellsItselfInWords() {
    String reminders = "permission: { channel: email, purpose: cart_reminders }";
    String reviews = "permission: { channel: email, purpose: reviews }";
    String ads = "permission: { channel: ads, purpose: ads }";

    assertThat(Written.condition(reminders).words())
        .isEqualTo("permission for cart_reminders by email is granted");
    assertThat(ADA_SAID.actual(reminders, day(5))).isEqualTo("marketing granted on " + day(1));
    assertThat(ADA_SAID.actual(reviews, day(5))).isEqualTo("reviews revoked on " + day(2));
    assertThat(ADA_SAID.actual(ads, day(5))).isEqualTo("nothing said of ads");
  }
}
