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
import java.time.Instant;

/**
 * Everything known of one person at one instant.
 *
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
    Instant asOf,
    long revision) {}
