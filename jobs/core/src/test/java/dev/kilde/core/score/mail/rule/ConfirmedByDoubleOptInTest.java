package dev.kilde.core.score.mail.rule;

import static dev.kilde.core.event.PermissionStatus.GRANTED;
import static dev.kilde.core.event.PermissionStatus.PENDING;
import static dev.kilde.core.event.PermissionStatus.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.mail.MailRule;
import dev.kilde.core.score.mail.Mailbox;
import org.junit.jupiter.api.Test;

class ConfirmedByDoubleOptInTest {

  private final MailRule rule = new ConfirmedByDoubleOptIn();

  @Test
  void itsCodeIsStable() {
    assertThat(rule.code()).isEqualTo("MR-11");
  }

  @Test
  void whatWasPendingAndThenGrantedIsConfirmed() {
    Mailbox mailbox = new Mailbox().said(PENDING, "1d").said(GRANTED, "2d");

    Judged.until(rule, mailbox, "3d", "3", null);
    assertThat(Judged.because(rule, mailbox, "3d"))
        .isEqualTo("confirmed the sign-up by double opt-in");
  }

  @Test
  void soIsAGrantWithProof() {
    Judged.until(rule, new Mailbox().confirmed("1d"), "3d", "3", null);
  }

  @Test
  void neitherAGrantNorAPendingOneAloneIs() {
    Judged.until(rule, new Mailbox().said(GRANTED, "1d"), "3d", "0", null);
    Judged.until(rule, new Mailbox().said(PENDING, "1d"), "3d", "0", null);
  }

  @Test
  void norIsOneThatWasRevoked() {
    Judged.points(rule, new Mailbox().confirmed("1d").said(REVOKED, "2d"), "3d", "0");
  }
}
