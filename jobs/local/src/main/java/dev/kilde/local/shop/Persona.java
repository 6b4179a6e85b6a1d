package dev.kilde.local.shop;

/** How somebody uses the shop; the numbers are habits, not averages measured anywhere. */
enum Persona {
  /** Comes by from search engines, never says who it is. */
  ANONYMOUS_VISITOR(Reach.DEVICE, 22, 1, 16, 0, 0.05, 0.00, 0, 0, 0, 0),
  /** Looks often, buys seldom. */
  WINDOW_SHOPPER(Reach.CUSTOMER, 20, 3, 6, 0, 0.05, 0.12, 0.10, 0.45, 0.35, 0.12),
  /** Buys now and then, on the site and in stores. */
  REGULAR(Reach.CUSTOMER, 18, 2, 8, 25, 0.14, 0.55, 0.08, 0.60, 0.45, 0.15),
  /** Buys cheap, sends back much, lives on mails. */
  BARGAIN_HUNTER(Reach.CUSTOMER, 12, 3, 5, 0, 0.16, 0.40, 0.28, 0.90, 0.60, 0.30),
  /** Was a regular, then stopped coming and reading. */
  LAPSED(Reach.CUSTOMER, 10, 2, 7, 0, 0.14, 0.50, 0.10, 0.70, 0.04, 0.05),
  /** Never on the site; known by the card shown at the till. */
  STORE_ONLY(Reach.LOYALTY_CARD, 10, 0, 0, 14, 0, 0, 0.07, 0, 0, 0),
  /** Reads the newsletter and nothing else. */
  NEWSLETTER_READER(Reach.ADDRESS, 8, 1, 0, 0, 0, 0, 0, 1, 0.50, 0.12);

  /** What the shop may come to know somebody by. */
  enum Reach {
    /** Contact id, e-mail, phone, loyalty number, payment card and devices. */
    CUSTOMER,
    /** Loyalty number and payment card, some with a phone number. */
    LOYALTY_CARD,
    /** E-mail and device. */
    ADDRESS,
    /** Device alone. */
    DEVICE
  }

  /** What people of this kind come to be known by. */
  final Reach reach;

  /** How many in a hundred people are of this kind. */
  final int share;

  /** The most devices somebody has, at least one of it; 0 means none. */
  final int mostDevices;

  /** Mean days between two visits to the site; 0 means never there. */
  final int daysBetweenVisits;

  /** Mean days between two visits to a store; 0 means never there. */
  final int daysBetweenStoreVisits;

  /** Probability that a product looked at goes into the cart. */
  final double fillsCart;

  /** Probability that a visit with something in the cart goes to the checkout. */
  final double checksOut;

  /** Probability that something of a purchase comes back. */
  final double returns;

  /** Probability of wanting the newsletter. */
  final double subscribes;

  /** Probability of opening a newsletter. */
  final double opens;

  /** Probability of clicking in a newsletter opened. */
  final double clicks;

  Persona(
      Reach reach,
      int share,
      int mostDevices,
      int daysBetweenVisits,
      int daysBetweenStoreVisits,
      double fillsCart,
      double checksOut,
      double returns,
      double subscribes,
      double opens,
      double clicks) {
    this.reach = reach;
    this.share = share;
    this.mostDevices = mostDevices;
    this.daysBetweenVisits = daysBetweenVisits;
    this.daysBetweenStoreVisits = daysBetweenStoreVisits;
    this.fillsCart = fillsCart;
    this.checksOut = checksOut;
    this.returns = returns;
    this.subscribes = subscribes;
    this.opens = opens;
    this.clicks = clicks;
  }

  /** One kind, as often as its share says. */
  static Persona drawn(Dice dice) {
    Persona[] all = values();
    int[] shares = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      shares[i] = all[i].share;
    }
    return all[dice.weighted(shares)];
  }

  /** Whether the shop may write to people of this kind. */
  boolean hasAddress() {
    return reach == Reach.CUSTOMER || reach == Reach.ADDRESS;
  }
}
