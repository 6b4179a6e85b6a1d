package dev.kilde.local.shop;

import dev.kilde.schemas.record.ContactFields;
import dev.kilde.schemas.record.Identifiers;
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
  private final Belongings belongings;
  private final Introductions introductions;
  private final SiteScript script;

  Registration(
      Person person,
      Dice dice,
      Agenda agenda,
      Scribe scribe,
      Mail mail,
      Newsletter newsletter,
      Belongings belongings,
      Introductions introductions,
      SiteScript script) {
    this.person = person;
    this.dice = dice;
    this.agenda = agenda;
    this.scribe = scribe;
    this.mail = mail;
    this.newsletter = newsletter;
    this.belongings = belongings;
    this.introductions = introductions;
    this.script = script;
  }

  /** Known before: the customer register is read in at night. */
  void imported(Instant at) {
    ContactFields fields = everything();
    fields.setCustomerGroups(dice.chance(0.2) ? List.of("club") : List.of());
    introductions.register();
    scribe.write(
        scribe.contact(at, introductions.inRegister(), fields).setSource("register").build());
    if (dice.chance(person.persona().subscribes)) {
      Instant then = at.plusMillis(1);
      agenda.plan(then, when -> grant(when, introductions.inAccount(), evidence(null, "register")));
      if (dice.chance(0.3)) {
        agenda.plan(then.plusMillis(1), when -> permit(when, "cart_reminders"));
      }
    }
    planMove(at);
  }

  /** Signs up on the site: a form, an account, perhaps the newsletter. */
  void signUp(Instant at) {
    String device = belongings.deviceAt(at, dice);
    scribe.write(
        script.seen(at, TrackingName.page_viewed, device, "account", "account/new").build());
    Instant submitted = at.plus(dice.between(Duration.ofSeconds(40), Duration.ofMinutes(3)));
    boolean wanted = dice.chance(person.persona().subscribes);
    agenda.plan(
        submitted,
        then -> scribe.write(script.form(then, device, "account", "account/new").build()));
    agenda.plan(
        submitted.plusMillis(150),
        then -> {
          introductions.register();
          scribe.write(
              scribe
                  .contact(then, introductions.inRegister(), everything())
                  .setSource("account")
                  .build());
        });
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
    scribe.write(
        scribe.contact(at, introductions.inLoyaltyProgramme(), fields).setSource("till").build());
  }

  /** Gives an address for the newsletter and nothing else. */
  void newsletterOnly(Instant at) {
    String device = belongings.deviceAt(at, dice);
    scribe.write(script.form(at, device, "newsletter", "newsletter").build());
    agenda.plan(at.plusMillis(150), then -> doubleOptIn(then, "footer"));
  }

  /** Asks for the newsletter; it is granted only when the link in the mail has been clicked. */
  private void doubleOptIn(Instant at, String source) {
    scribe.write(
        newsletter(scribe.permission(at, introductions.byMail()), PermissionStatus.pending)
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
                then -> confirm(then, evidence("double_opt_in_clicked", source))));
  }

  /** The link in the mail leads to a page that says thank you. */
  private void confirm(Instant at, PermissionEvidence evidence) {
    grant(at, introductions.byMail(), evidence);
    String device = belongings.deviceAt(at, dice);
    scribe.write(
        script
            .fromMail(at, TrackingName.page_viewed, device, "newsletter", "newsletter/confirmed")
            .build());
  }

  private void grant(Instant at, Identifiers who, PermissionEvidence evidence) {
    scribe.write(
        newsletter(scribe.permission(at, who), PermissionStatus.granted)
            .setEvidence(evidence)
            .build());
    newsletter.subscribe(at);
  }

  private void permit(Instant at, String purpose) {
    scribe.write(
        scribe
            .permission(at, introductions.inAccount())
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
          scribe.write(
              scribe.contact(then, introductions.inAccount(), fields).setSource("account").build());
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
