package dev.kilde.core;

import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.KnownIdentifiers;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Seen;
import dev.kilde.core.facts.Visits;
import java.util.List;

/** What Kilde knows about a person, in the order in which it is folded. Read this first. */
public final class Catalogue {

  /** Facts: folds of events. */
  public static final List<Fact<?>> FACTS =
      List.of(
          Seen.FACT, // when first and last
          KnownIdentifiers.FACT, // under which names
          Contact.FACT, // name, birthday, address, interests
          Permissions.FACT, // what may be sent
          Engagement.FACT, // what became of messages
          Visits.FACT, // what was looked at
          Cart.FACT, // what lies in the cart
          Purchases.FACT); // what was bought, online and in stores

  private Catalogue() {}
}
