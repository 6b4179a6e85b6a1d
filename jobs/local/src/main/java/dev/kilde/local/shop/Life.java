package dev.kilde.local.shop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One person's life with the shop, from the first event on. Depends on the shop's tenant, seed and
 * span and the person's number alone, not on anybody else.
 */
final class Life {

  /** How many in a hundred customers the shop knew before it opened its books. */
  private static final double KNOWN_BEFORE = 0.65;

  private final Person person;
  private final Dice dice;
  private final Agenda agenda;
  private final SiteVisits site;
  private final StoreVisits stores;
  private final Registration registration;
  private final Instant leaves;

  Life(ShopOptions options, Assortment assortment, int number, Consumer<ShopEvent> out) {
    this.dice = Dice.of(options.seed(), number);
    this.person = Person.drawn(number, assortment, dice);
    Belongings belongings = Belongings.drawn(person, Household.of(options.seed(), number), dice);
    Introductions introductions = new Introductions(person);
    this.agenda = new Agenda(options.start(), options.end());
    Scribe scribe = new Scribe(options.tenant(), person, out);
    Mail mail = new Mail(person, dice, agenda, scribe, introductions);
    SiteScript script = new SiteScript(person, dice, scribe, introductions);
    Orders orders = new Orders(person, dice, agenda, scribe, mail, belongings, script);
    this.site =
        new SiteVisits(
            person, dice, agenda, scribe, assortment, orders, belongings, introductions, script);
    Till till = new Till(person, belongings, dice);
    this.stores = new StoreVisits(person, dice, agenda, scribe, assortment, till);
    Newsletter newsletter = new Newsletter(person, dice, agenda, scribe, mail, site, introductions);
    this.registration =
        new Registration(
            person, dice, agenda, scribe, mail, newsletter, belongings, introductions, script);
    boolean knownBefore =
        person.persona() == Persona.LAPSED
            || person.petition() != null
            || dice.chance(KNOWN_BEFORE);
    Instant arrives = arrival(options, knownBefore);
    this.leaves =
        person.persona() == Persona.LAPSED
            ? arrives.plus(dice.between(Duration.ofDays(8), Duration.ofDays(20)))
            : options.end();
    agenda.plan(arrives, at -> arrive(at, knownBefore));
    new Privacy(person, agenda, scribe, belongings, introductions, site).plan(options);
  }

  /** When the next thing happens in this life; null if nothing ever will. */
  @Nullable Instant next() {
    return agenda.next();
  }

  /** Lets the next thing happen. */
  void proceed() {
    agenda.proceed();
  }

  /** Those known before come in the first half hour, in one import; the others on any day. */
  private Instant arrival(ShopOptions options, boolean knownBefore) {
    Instant start = options.start();
    if (knownBefore && person.persona().reach == Persona.Reach.CUSTOMER) {
      return start.plus(dice.between(Duration.ofMillis(1), Duration.ofMinutes(30)));
    }
    LocalDate day = Rhythm.day(start).plusDays(dice.between(0, options.days() - 1));
    Instant at =
        person.persona().reach == Persona.Reach.LOYALTY_CARD
            ? Rhythm.inStore(day, dice)
            : Rhythm.onSite(day, dice);
    Duration open = Duration.between(start, options.end());
    Instant otherwise = start.plus(dice.between(Duration.ofMillis(1), open.minusMillis(1)));
    return at.isAfter(start) && at.isBefore(options.end()) ? at : otherwise;
  }

  private void arrive(Instant at, boolean knownBefore) {
    switch (person.persona().reach) {
      case CUSTOMER -> {
        if (knownBefore) {
          registration.imported(at);
        } else {
          site.begin(at);
          agenda.plan(at.plus(hesitation()), registration::signUp);
        }
      }
      case LOYALTY_CARD -> {
        registration.atTheTill(at);
        agenda.plan(
            at.plus(dice.between(Duration.ofMinutes(1), Duration.ofMinutes(4))), stores::begin);
      }
      case ADDRESS -> registration.newsletterOnly(at);
      case DEVICE -> site.begin(at);
    }
    planVisit(at);
    planStoreVisit(at);
  }

  /** Most look around first, some for weeks. */
  private Duration hesitation() {
    return Duration.ofMinutes(10 + (long) dice.exponential(4.0 * 24 * 60));
  }

  private void planVisit(Instant now) {
    int mean = person.persona().daysBetweenVisits;
    if (mean > 0) {
      LocalDate day = Rhythm.day(now).plusDays(1 + (long) dice.exponential(mean - 0.5));
      Instant at = Rhythm.onSite(day, dice);
      if (at.isBefore(leaves)) {
        agenda.plan(
            at,
            then -> {
              site.begin(then);
              planVisit(then);
            });
      }
    }
  }

  private void planStoreVisit(Instant now) {
    int mean = person.persona().daysBetweenStoreVisits;
    if (mean > 0) {
      LocalDate day = Rhythm.day(now).plusDays(1 + (long) dice.exponential(mean - 0.5));
      Instant at = Rhythm.inStore(day, dice);
      agenda.plan(
          at,
          then -> {
            stores.begin(then);
            planStoreVisit(Rhythm.at(day, LocalTime.NOON));
          });
    }
  }
}
