package dev.kilde.local.shop;

import dev.kilde.schemas.record.ContactFields;
import dev.kilde.schemas.record.PermissionChange;
import dev.kilde.schemas.record.PermissionChannel;
import dev.kilde.schemas.record.PermissionEvidence;
import dev.kilde.schemas.record.PermissionStatus;
import dev.kilde.schemas.record.TrackingName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the shop gets to know one person: name and address, and what it may send. */
final class Registration {

  private final Person person;
  private final Dice dice;
  private final Agenda agenda;
  private final Scribe scribe;
  private final Mail mail;
  private final Newsletter newsletter;

  Registration(
      Person person, Dice dice, Agenda agenda, Scribe scribe, Mail mail, Newsletter newsletter) {
    this.person = person;
    this.dice = dice;
    this.agenda = agenda;
    this.scribe = scribe;
    this.mail = mail;
    this.newsletter = newsletter;
  }

  /** Known before: the customer register is read in at night. */
  void imported(Instant at) {
    ContactFields fields = everything();
    fields.setCustomerGroups(dice.chance(0.2) ? List.of("club") : List.of());
    scribe.write(scribe.contact(at, fields).setSource("register").build());
    if (dice.chance(person.persona().subscribes)) {
      Instant then = at.plusMillis(1);
      agenda.plan(then, when -> grant(when, evidence(null, "register")));
      if (dice.chance(0.3)) {
        agenda.plan(then.plusMillis(1), when -> permit(when, "cart_reminders"));
      }
    }
    planMove(at);
  }

  /** Signs up on the site: a form, an account, perhaps the newsletter. */
  void signUp(Instant at) {
    scribe.write(
        scribe
            .tracking(at, TrackingName.page_viewed)
            .setPageType("account")
            .setUrl("https://www.fjeldrev.example/account/new")
            .build());
    Instant submitted = at.plus(dice.between(Duration.ofSeconds(40), Duration.ofMinutes(3)));
    boolean wanted = dice.chance(person.persona().subscribes);
    agenda.plan(
        submitted,
        then ->
            scribe.write(
                scribe
                    .tracking(then, TrackingName.form_submitted)
                    .setPageType("account")
                    .setUrl("https://www.fjeldrev.example/account/new")
                    .build()));
    agenda.plan(
        submitted.plusMillis(150),
        then -> scribe.write(scribe.contact(then, everything()).setSource("account").build()));
    if (wanted) {
      agenda.plan(submitted.plusMillis(300), then -> doubleOptIn(then, "account"));
    }
    planMove(submitted);
  }

  /** Gets a loyalty card in a store. */
  void atTheTill(Instant at) {
    ContactFields fields = ContactFields.newBuilder().build();
    fields.setFirstName(person.firstName());
    fields.setPostalCode(person.home().postalCode());
    fields.setCountry(person.home().country());
    scribe.write(scribe.contact(at, fields).setSource("till").build());
  }

  /** Gives an address for the newsletter and nothing else. */
  void newsletterOnly(Instant at) {
    doubleOptIn(at, "footer");
  }

  /** Asks for the newsletter; it is granted only when the link in the mail has been clicked. */
  private void doubleOptIn(Instant at, String source) {
    scribe.write(
        newsletter(scribe.permission(at), PermissionStatus.pending)
            .setEvidence(evidence("form_submitted", source))
            .build());
    mail.send(
        at.plus(dice.between(Duration.ofMillis(500), Duration.ofSeconds(8))),
        "confirm-" + person.number(),
        null,
        new Mail.Appeal(0.92, 0.95),
        opened -> {},
        clicked ->
            agenda.plan(
                clicked.plusMillis(200),
                then -> grant(then, evidence("double_opt_in_clicked", source))));
  }

  private void grant(Instant at, PermissionEvidence evidence) {
    scribe.write(
        newsletter(scribe.permission(at), PermissionStatus.granted).setEvidence(evidence).build());
    newsletter.subscribe(at);
  }

  private void permit(Instant at, String purpose) {
    scribe.write(
        scribe
            .permission(at)
            .setChannel(PermissionChannel.email)
            .setPurpose(purpose)
            .setStatus(PermissionStatus.granted)
            .setEvidence(evidence(null, "register"))
            .build());
  }

  /** Now and then somebody moves and says so. */
  private void planMove(Instant now) {
    Instant at = now.plus(Duration.ofMinutes(1 + (long) dice.exponential(600.0 * 24 * 60)));
    agenda.plan(
        at,
        then -> {
          Town town = dice.pick(Town.ALL);
          ContactFields fields = ContactFields.newBuilder().build();
          fields.setCity(town.name());
          fields.setPostalCode(town.postalCode());
          fields.setCountry(town.country());
          scribe.write(scribe.contact(then, fields).setSource("account").build());
          planMove(then);
        });
  }

  private ContactFields everything() {
    ContactFields fields = ContactFields.newBuilder().build();
    fields.setFirstName(person.firstName());
    fields.setLastName(person.lastName());
    fields.setBirthDate(person.birthDate());
    fields.setCountry(person.home().country());
    fields.setLanguage(person.home().language());
    fields.setTimeZone(Rhythm.ZONE.getId());
    fields.setCity(person.home().name());
    fields.setPostalCode(person.home().postalCode());
    fields.setInterests(person.interests());
    return fields;
  }

  /** Something about the newsletter by mail. */
  static PermissionChange.Builder newsletter(
      PermissionChange.Builder change, PermissionStatus status) {
    return change.setChannel(PermissionChannel.email).setPurpose("newsletter").setStatus(status);
  }

  /** What proves a change of permission. */
  static PermissionEvidence evidence(@Nullable String finalAction, String source) {
    return PermissionEvidence.newBuilder()
        .setTextVersion("2026-01")
        .setFinalAction(finalAction)
        .setSource(source)
        .build();
  }
}
