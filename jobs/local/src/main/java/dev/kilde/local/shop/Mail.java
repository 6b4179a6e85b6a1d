package dev.kilde.local.shop;

import dev.kilde.schemas.record.Engagement;
import dev.kilde.schemas.record.EngagementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends mails to one person and reports what becomes of them. A dead address stays dead. */
final class Mail {

  /**
   * How a mail is taken.
   *
   * @param opens probability that the person opens it once delivered
   * @param clicks probability that the person clicks in it once opened
   */
  record Appeal(double opens, double clicks) {}

  private final Person person;
  private final Dice dice;
  private final Agenda agenda;
  private final Scribe scribe;
  private final Introductions introductions;
  private boolean dead;

  Mail(Person person, Dice dice, Agenda agenda, Scribe scribe, Introductions introductions) {
    this.person = person;
    this.dice = dice;
    this.agenda = agenda;
    this.scribe = scribe;
    this.introductions = introductions;
  }

  /** Whether the address has bounced for good. */
  boolean isDead() {
    return dead;
  }

  /**
   * Sends one mail.
   *
   * @param at when
   * @param messageId its number
   * @param flow the flow it belongs to; null if none
   * @param appeal how it is taken
   * @param opened what happens when the person opens it
   * @param clicked what happens when the person clicks
   */
  void send(
      Instant at,
      String messageId,
      @Nullable String flow,
      Appeal appeal,
      Consumer<Instant> opened,
      Consumer<Instant> clicked) {
    agenda.plan(
        at,
        sent -> {
          if (!dead) {
            report(sent, messageId, flow, EngagementKind.sent);
            Instant received = sent.plus(seconds(1, 40));
            agenda.plan(received, then -> receive(then, messageId, flow, appeal, opened, clicked));
          }
        });
  }

  private void receive(
      Instant at,
      String messageId,
      @Nullable String flow,
      Appeal appeal,
      Consumer<Instant> opened,
      Consumer<Instant> clicked) {
    if (dice.chance(0.002)) {
      dead = true;
      report(at, messageId, flow, EngagementKind.hard_bounced);
      return;
    }
    if (dice.chance(0.01)) {
      report(at, messageId, flow, EngagementKind.soft_bounced);
      return;
    }
    report(at, messageId, flow, EngagementKind.delivered);
    if (person.machineOpens()) {
      agenda.plan(
          at.plus(seconds(2, 120)),
          then -> scribe.write(reportOf(then, messageId, flow, EngagementKind.opened, true)));
    }
    if (dice.chance(appeal.opens())) {
      Instant looks = at.plus(Duration.ofMillis((long) dice.exponential(5 * 3_600_000.0) + 20_000));
      agenda.plan(
          looks,
          then -> {
            scribe.write(reportOf(then, messageId, flow, EngagementKind.opened, false));
            opened.accept(then);
            if (dice.chance(appeal.clicks())) {
              agenda.plan(then.plus(seconds(3, 90)), when -> click(when, messageId, flow, clicked));
            }
          });
    }
  }

  private void click(
      Instant at, String messageId, @Nullable String flow, Consumer<Instant> clicked) {
    Engagement.Builder click =
        about(at, messageId, flow, EngagementKind.clicked)
            .setMachine(false)
            .setUrl("https://www.fjeldrev.example/?m=" + messageId);
    scribe.write(click.build());
    clicked.accept(at);
  }

  /** Reports something the mail system saw. */
  void report(Instant at, String messageId, @Nullable String flow, EngagementKind kind) {
    scribe.write(about(at, messageId, flow, kind).build());
  }

  private Engagement reportOf(
      Instant at, String messageId, @Nullable String flow, EngagementKind kind, boolean machine) {
    return about(at, messageId, flow, kind).setMachine(machine).build();
  }

  private Engagement.Builder about(
      Instant at, String messageId, @Nullable String flow, EngagementKind kind) {
    return scribe.engagement(at, introductions.byMail(), messageId, kind).setFlow(flow);
  }

  private Duration seconds(int least, int most) {
    return dice.between(Duration.ofSeconds(least), Duration.ofSeconds(most));
  }
}
