package dev.kilde.core.person;

import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.KnownIdentifiers;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Seen;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.score.FactValues;
import dev.kilde.core.score.Facts;
import dev.kilde.core.segment.Membership;
import java.time.Instant;
import java.util.List;

/**
 * Everything known of one person at one instant.
 *
 * @param scores as of the instant
 * @param segments by id, as last judged
 * @param asOf the instant
 * @param revision grows with every profile of this person
 */
public record Profile(
    String tenant,
    ProfileId profileId,
    Seen seen,
    KnownIdentifiers identifiers,
    Contact contact,
    Permissions permissions,
    Engagement engagement,
    Visits visits,
    Cart cart,
    Purchases purchases,
    Scores scores,
    List<Membership> segments,
    Instant asOf,
    long revision) {

  /** All that is known, by fact. */
  public Facts facts() {
    return FactValues.NONE
        .with(Seen.FACT, seen)
        .with(KnownIdentifiers.FACT, identifiers)
        .with(Contact.FACT, contact)
        .with(Permissions.FACT, permissions)
        .with(Engagement.FACT, engagement)
        .with(Visits.FACT, visits)
        .with(Cart.FACT, cart)
        .with(Purchases.FACT, purchases);
  }
}
