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
import dev.kilde.core.score.Judgement;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.condition.All;
import dev.kilde.core.segment.condition.Any;
import dev.kilde.core.segment.condition.Not;
import dev.kilde.core.shape.Kind;
import java.util.List;

/** What Kilde knows and judges of a person, each in one list. Read this first. */
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

  /** Judgements: computed from facts, never stored as truth. */
  public static final List<Judgement<?>> JUDGEMENTS = List.of();

  /** Conditions of segments and flows, by the key they stand under. */
  public static final List<Kind<Condition>> CONDITIONS =
      List.of(
          All.KIND, // every one is true
          Any.KIND, // one at least is
          Not.KIND); // it is not

  private Catalogue() {}
}
