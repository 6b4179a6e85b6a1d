package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.event.EngagementKind.FORWARDED;
import static dev.kilde.core.event.EngagementKind.REPLIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RepliedOrForwardedTest {

  private final MailRule rule = new RepliedOrForwarded();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-12");
  }

  @ParameterizedTest
  @CsvSource({
    "1d-1,   0, 1d",
    "1d,     8, 366d",
    "366d-1, 8, 366d",
    "366d,   0, ",
  })
  void aReplyCountsForAYear(String now, String points, @Nullable String until) {
    Judged.until(rule, new Mailbox().mail(REPLIED, "m", "1d"), now, points, until);
  }

  @ParameterizedTest
  @EnumSource(EngagementKind.class)
  void onlyRepliesAndForwardsCount(EngagementKind kind) {
    Judged.points(
        rule,
        new Mailbox().mail(kind, "m", "1d"),
        "2d",
        kind == REPLIED || kind == FORWARDED ? "8" : "0");
  }

  @Test
  void itSaysSo() {
    assertThat(Judged.because(rule, new Mailbox().mail(FORWARDED, "m", "1d"), "2d"))
        .isEqualTo("replied to a mail or forwarded one within 365 days");
  }
}
