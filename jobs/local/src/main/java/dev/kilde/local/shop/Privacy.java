package dev.kilde.local.shop;

import dev.kilde.schemas.record.IdentityLink;
import dev.kilde.schemas.record.PrivacyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What one person asks for by right, in time. */
final class Privacy {

  private final Person person;
  private final Agenda agenda;
  private final Scribe scribe;
  private final Belongings belongings;
  private final Introductions introductions;
  private final SiteVisits site;

  Privacy(
      Person person,
      Agenda agenda,
      Scribe scribe,
      Belongings belongings,
      Introductions introductions,
      SiteVisits site) {
    this.person = person;
    this.agenda = agenda;
    this.scribe = scribe;
    this.belongings = belongings;
    this.introductions = introductions;
    this.site = site;
  }

  /** Plans what the person is going to ask for; most never do. */
  void plan(ShopOptions options) {
    Petition petition = person.petition();
    if (petition == null) {
      return;
    }
    Duration open = Duration.between(options.start(), options.end());
    Instant at = options.start().plusMillis((long) (open.toMillis() * petition.after));
    switch (petition) {
      case UNLINK -> agenda.plan(at, this::unlink);
      case EXPORT ->
          agenda.plan(
              at,
              then ->
                  scribe.write(
                      scribe.privacy(then, PrivacyKind.export, introductions.byMail()).build()));
      case ERASE -> agenda.plan(at, this::erase);
    }
  }

  /** The second device has been sold: once it is linked, and nobody sits at it. */
  private void unlink(Instant now) {
    List<String> devices = belongings.devices();
    String sold = devices.get(devices.size() - 1);
    List<String> links = introductions.known(sold);
    if (links.isEmpty() || site.isVisiting()) {
      agenda.plan(now.plus(Duration.ofHours(6)), this::unlink);
      return;
    }
    belongings.giveUp(sold);
    for (String target : links) {
      scribe.write(
          scribe
              .privacy(now, PrivacyKind.unlink, introductions.inAccount())
              .setLink(new IdentityLink("deviceId:" + sold, target))
              .build());
    }
  }

  /** Nothing happens afterwards: the shop knows nobody of that name any more. */
  private void erase(Instant now) {
    scribe.write(scribe.privacy(now, PrivacyKind.erase, introductions.inAccount()).build());
    agenda.forget();
  }
}
