package dev.kilde.core.facts;

import static dev.kilde.core.Told.minute;
import static dev.kilde.core.event.EngagementKind.CLICKED;
import static dev.kilde.core.event.EngagementKind.HARD_BOUNCED;
import static dev.kilde.core.event.EngagementKind.OPENED;
import static dev.kilde.core.event.EngagementKind.SOFT_BOUNCED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EngagementTest {

  private final Told ada =
      Told.of(
          Identifier.of(IdentifierKind.EMAIL, "ada@example.com"),
          Identifier.of(IdentifierKind.PHONE, "+4512345678"),
          Identifier.of(IdentifierKind.DEVICE_ID, "cookie"));

  @Test
  void whatBecameOfMessagesIsCountedByChannelAndKind() {
    Engagement engagement =
        Folded.of(
            Engagement.FACT,
            ada.engaged("2", minute(7), "email", OPENED),
            ada.engaged("1", minute(1), "email", OPENED),
            ada.engaged("3", minute(3), "sms", OPENED));

    assertThat(engagement.count("email", OPENED)).isEqualTo(2);
    assertThat(engagement.responses())
        .extracting(Engagement.Response::at)
        .containsExactly(minute(1), minute(3), minute(7));
    assertThat(engagement.count("sms", OPENED)).isEqualTo(1);
    assertThat(engagement.count("push", OPENED)).isZero();
  }

  /** A scanner opens and clicks; a bounce is reported by a machine and a bounce all the same. */
  @ParameterizedTest
  @EnumSource(EngagementKind.class)
  void ofWhatAMachineDidOnlyOpensAndClicksWeighNothing(EngagementKind kind) {
    Engagement engagement =
        Folded.of(Engagement.FACT, ada.engaged("1", minute(1), "email", kind, true));

    assertThat(engagement.count("email", kind))
        .isEqualTo(kind == OPENED || kind == CLICKED ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "email, ada@example.com",
    "sms,   +4512345678",
    "push,  cookie",
    "post,  post",
  })
  void aHardBounceMakesTheAddressOfItsChannelUnreachable(String channel, String unreachable) {
    Engagement engagement =
        Folded.of(
            Engagement.FACT,
            ada.engaged("1", minute(1), channel, HARD_BOUNCED),
            ada.engaged("2", minute(2), channel, SOFT_BOUNCED));

    assertThat(engagement.unreachable()).containsExactly(unreachable);
  }

  @Test
  void aBounceThatDoesNotSayFromWhereIsOfTheWholeChannel() {
    Engagement engagement =
        Folded.of(
            Engagement.FACT,
            Told.of(Identifier.of(IdentifierKind.CONTACT_ID, "7"))
                .engaged("1", minute(1), "email", HARD_BOUNCED));

    assertThat(engagement.unreachable()).containsExactly("email");
  }
}
