package dev.kilde.local.shop;

import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.TrackingEvent;
import dev.kilde.schemas.record.TrackingName;
import dev.kilde.schemas.record.Trust;
import java.time.Instant;
import java.util.List;

/**
 * What the site's script tells of one person: on most pages the device alone, and who it is only
 * where the person says so just then.
 */
final class SiteScript {

  /** Address of its first page. */
  static final String SITE = "https://www.fjeldrev.example/";

  /** What people type who do not want to say who they are. */
  private static final List<String> NOBODY = List.of("anonymous", "test@test.com");

  private final Person person;
  private final Dice dice;
  private final Scribe scribe;
  private final Introductions introductions;

  SiteScript(Person person, Dice dice, Scribe scribe, Introductions introductions) {
    this.person = person;
    this.dice = dice;
    this.scribe = scribe;
    this.introductions = introductions;
  }

  /** Somebody, on that device. */
  TrackingEvent.Builder seen(
      Instant at, TrackingName name, String device, String pageType, String path) {
    return told(at, name, introductions.onSite(device), Trust.stated, pageType, path);
  }

  /** Came by a personal link in a mail. */
  TrackingEvent.Builder fromMail(
      Instant at, TrackingName name, String device, String pageType, String path) {
    return told(at, name, introductions.byAddress(device), Trust.verified, pageType, path);
  }

  /** Gave the account's password. */
  TrackingEvent.Builder signedIn(Instant at, String device) {
    return told(
        at,
        TrackingName.signed_in,
        introductions.signedIn(device),
        Trust.verified,
        "account",
        "account");
  }

  /** Typed an address into a form; who never gives one types nonsense. */
  TrackingEvent.Builder form(Instant at, String device, String pageType, String path) {
    Identifiers who;
    if (person.persona().hasAddress()) {
      who = introductions.byAddress(device);
    } else {
      who = introductions.onSite(device);
      who.setEmail(dice.pick(NOBODY));
    }
    return told(at, TrackingName.form_submitted, who, Trust.stated, pageType, path);
  }

  /** The same about an article. */
  static TrackingEvent.Builder about(TrackingEvent.Builder event, Article article) {
    return event
        .setProductId(article.productId())
        .setCategory(article.category())
        .setBrand(article.brand())
        .setPrice(article.price())
        .setCurrency(Assortment.CURRENCY);
  }

  private TrackingEvent.Builder told(
      Instant at, TrackingName name, Identifiers who, Trust trust, String pageType, String path) {
    return scribe.tracking(at, name, who, trust).setPageType(pageType).setUrl(SITE + path);
  }
}
