package dev.kilde.local.shop;

import dev.kilde.schemas.record.TrackingEvent;
import dev.kilde.schemas.record.TrackingName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one person does on the site. A visit is a walk of a few steps, one at a time: looking first,
 * then perhaps the cart, at the end perhaps the checkout. There is never more than one visit at a
 * time; the cart outlives it. All it tells is the device, but where somebody says who it is.
 */
final class SiteVisits {

  private static final List<String> WORRIES = List.of("shipping", "returns", "warranty");

  private final Person person;
  private final Dice dice;
  private final Agenda agenda;
  private final Scribe scribe;
  private final Assortment assortment;
  private final Basket basket;
  private final Orders orders;
  private final Belongings belongings;
  private final Introductions introductions;
  private final SiteScript script;

  private boolean visiting;
  private boolean signedIn;
  private int stepsLeft;
  private String device = "";
  private String department = "";
  private @Nullable Article lookedAt;

  SiteVisits(
      Person person,
      Dice dice,
      Agenda agenda,
      Scribe scribe,
      Assortment assortment,
      Orders orders,
      Belongings belongings,
      Introductions introductions,
      SiteScript script) {
    this.person = person;
    this.dice = dice;
    this.agenda = agenda;
    this.scribe = scribe;
    this.assortment = assortment;
    this.basket = new Basket(person.number());
    this.orders = orders;
    this.belongings = belongings;
    this.introductions = introductions;
    this.script = script;
  }

  /** Whether a visit is going on. */
  boolean isVisiting() {
    return visiting;
  }

  /** Begins a visit now with its first event; does nothing while one is going on. */
  void begin(Instant now) {
    if (!visiting) {
      enter(now);
      scribe.write(seen(now, TrackingName.page_viewed, "home", "").build());
    }
  }

  /** Begins a visit by the personal link in a mail; does nothing while one is going on. */
  void beginFrom(String messageId, Instant now) {
    if (!visiting) {
      enter(now);
      scribe.write(
          script
              .fromMail(now, TrackingName.page_viewed, device, "home", "?m=" + messageId)
              .build());
    }
  }

  private void enter(Instant now) {
    visiting = true;
    signedIn = false;
    device = belongings.deviceAt(now, dice);
    lookedAt = null;
    stepsLeft = 1 + (int) dice.exponential(5);
    department =
        dice.chance(0.7) ? dice.pick(person.interests()) : dice.pick(assortment.departments());
    planStep(now);
  }

  private void planStep(Instant now) {
    agenda.plan(now.plus(dice.between(Duration.ofSeconds(4), Duration.ofSeconds(100))), this::step);
  }

  private void step(Instant now) {
    if (stepsLeft-- <= 0) {
      finish(now);
      return;
    }
    Article article = lookedAt;
    if (article != null && !basket.isFull() && dice.chance(person.persona().fillsCart)) {
      add(now, article);
    } else if (!basket.isEmpty() && dice.chance(0.05)) {
      remove(now);
    } else if (canSignIn() && dice.chance(signsIn(now))) {
      signIn(now);
    } else {
      look(now);
    }
    planStep(now);
  }

  /** Where others sign in too one does so before long. */
  private double signsIn(Instant now) {
    return belongings.isAtFamilyComputer(now) ? 0.6 : 0.4;
  }

  private void signIn(Instant now) {
    signedIn = true;
    scribe.write(script.signedIn(now, device).build());
  }

  private void look(Instant now) {
    int alerts = person.persona().hasAddress() ? 5 : 1;
    switch (dice.weighted(52, 21, 14, 8, alerts)) {
      case 0 -> {
        Article article = choice();
        lookedAt = article;
        scribe.write(
            SiteScript.about(
                    seen(now, TrackingName.product_viewed, "product", article.path()), article)
                .build());
      }
      case 1 ->
          scribe.write(
              seen(now, TrackingName.category_viewed, "category", "c/" + department)
                  .setCategory(department)
                  .build());
      case 2 -> {
        String term = dice.pick(assortment.in(department)).title().toLowerCase(Locale.ROOT);
        String word = term.substring(term.lastIndexOf(' ') + 1);
        scribe.write(
            seen(now, TrackingName.searched, "search", "search").setSearchTerm(word).build());
      }
      case 3 -> {
        String worry = dice.pick(WORRIES);
        scribe.write(seen(now, TrackingName.page_viewed, worry, "help/" + worry).build());
      }
      default -> askForAlert(now);
    }
  }

  /** Wants a mail when something is in stock again. */
  private void askForAlert(Instant now) {
    Article article = choice();
    scribe.write(
        SiteScript.about(script.form(now, device, "stock-alert", article.path()), article).build());
  }

  /** A liked article of the department; the cheaper of two for a bargain hunter. */
  private Article choice() {
    List<Article> articles = assortment.in(department);
    Article one = dice.favourite(articles);
    Article other = dice.favourite(articles);
    boolean cheaper = other.price().compareTo(one.price()) < 0;
    return person.persona() == Persona.BARGAIN_HUNTER && cheaper ? other : one;
  }

  private void add(Instant now, Article article) {
    int quantity = article.consumable() ? dice.between(1, 4) : 1;
    basket.add(article, quantity);
    lookedAt = null;
    scribe.write(moved(now, TrackingName.cart_added, article, quantity));
  }

  private void remove(Instant now) {
    Article article = dice.pick(basket.articles());
    int quantity = basket.remove(article);
    scribe.write(moved(now, TrackingName.cart_removed, article, quantity));
  }

  /** The last step: to the checkout or away. */
  private void finish(Instant now) {
    if (basket.isEmpty() || !dice.chance(person.persona().checksOut)) {
      visiting = false;
      return;
    }
    scribe.write(
        seen(now, TrackingName.checkout_started, "checkout", "checkout")
            .setCart(basket.content())
            .setCurrency(Assortment.CURRENCY)
            .build());
    Instant pays = now.plus(dice.between(Duration.ofSeconds(40), Duration.ofMinutes(6)));
    agenda.plan(pays, dice.chance(0.8) ? this::order : then -> visiting = false);
  }

  /** Orders; after a rejected payment the cart is still full and most try once more. */
  private void order(Instant now) {
    boolean guest = !introductions.isRegistered() || (!signedIn && dice.chance(0.25));
    boolean accepted = orders.place(now, introductions.ordering(device, guest), basket.pieces());
    if (accepted) {
      basket.renew();
      visiting = false;
    } else if (dice.chance(0.7)) {
      agenda.plan(
          now.plus(dice.between(Duration.ofMinutes(1), Duration.ofMinutes(8))), this::order);
    } else {
      visiting = false;
    }
  }

  private boolean canSignIn() {
    return !signedIn && introductions.isRegistered();
  }

  private TrackingEvent moved(Instant now, TrackingName name, Article article, int quantity) {
    return SiteScript.about(seen(now, name, "cart", "cart"), article)
        .setQuantity(BigDecimal.valueOf(quantity))
        .setCart(basket.content())
        .build();
  }

  private TrackingEvent.Builder seen(Instant now, TrackingName name, String pageType, String path) {
    return script.seen(now, name, device, pageType, path);
  }
}
