package dev.kilde.local.shop;

import dev.kilde.schemas.record.EngagementKind;
import dev.kilde.schemas.record.PermissionStatus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * The newsletter of Tuesdays and Fridays at ten, to one person, until that person has had enough.
 */
final class Newsletter {

  private static final Duration SENDING = Duration.ofMinutes(25);

  private final Person person;
  private final Dice dice;
  private final Agenda agenda;
  private final Scribe scribe;
  private final Mail mail;
  private final SiteVisits site;
  private final Introductions introductions;
  private boolean subscribed;

  Newsletter(
      Person person,
      Dice dice,
      Agenda agenda,
      Scribe scribe,
      Mail mail,
      SiteVisits site,
      Introductions introductions) {
    this.person = person;
    this.dice = dice;
    this.agenda = agenda;
    this.scribe = scribe;
    this.mail = mail;
    this.site = site;
    this.introductions = introductions;
  }

  /** Sends every issue from now on. */
  void subscribe(Instant now) {
    subscribed = true;
    planIssue(now);
  }

  private void planIssue(Instant now) {
    LocalDate day = Rhythm.day(now).plusDays(1);
    while (day.getDayOfWeek() != DayOfWeek.TUESDAY && day.getDayOfWeek() != DayOfWeek.FRIDAY) {
      day = day.plusDays(1);
    }
    LocalDate issue = day;
    Instant at = Rhythm.at(issue, LocalTime.of(10, 0)).plus(dice.between(Duration.ZERO, SENDING));
    agenda.plan(
        at,
        then -> {
          if (subscribed && !mail.isDead()) {
            send(then, "news-" + issue.format(DateTimeFormatter.BASIC_ISO_DATE));
            planIssue(then);
          }
        });
  }

  private void send(Instant at, String issue) {
    String messageId = issue + "-" + person.number();
    Persona persona = person.persona();
    mail.send(
        at,
        messageId,
        null,
        new Mail.Appeal(persona.opens, persona.clicks),
        opened -> react(opened, messageId),
        clicked -> {
          if (persona.daysBetweenVisits > 0) {
            agenda.plan(
                clicked.plus(dice.between(Duration.ofSeconds(1), Duration.ofSeconds(4))),
                then -> site.beginFrom(messageId, then));
          }
        });
  }

  /** Now and then somebody has had enough. */
  private void react(Instant at, String messageId) {
    if (!subscribed) {
      return;
    }
    Instant soon = at.plus(dice.between(Duration.ofSeconds(5), Duration.ofMinutes(2)));
    if (dice.chance(0.012)) {
      agenda.plan(soon, then -> leave(then, messageId));
    } else if (dice.chance(0.002)) {
      agenda.plan(
          soon,
          then -> {
            mail.report(then, messageId, null, EngagementKind.complained);
            subscribed = false;
          });
    } else if (dice.chance(0.004)) {
      agenda.plan(soon, then -> mail.report(then, messageId, null, EngagementKind.forwarded));
    }
  }

  private void leave(Instant at, String messageId) {
    subscribed = false;
    mail.report(at, messageId, null, EngagementKind.unsubscribed);
    agenda.plan(
        at.plus(dice.between(Duration.ofMillis(200), Duration.ofSeconds(3))),
        then ->
            scribe.write(
                Registration.newsletter(
                        scribe.permission(then, introductions.byMail()), PermissionStatus.revoked)
                    .setEvidence(Registration.evidence("unsubscribe_clicked", "newsletter"))
                    .build()));
  }
}
