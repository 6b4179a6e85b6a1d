package dev.kilde.index;

import dev.kilde.schemas.record.Behaviour;
import dev.kilde.schemas.record.ContactFields;
import dev.kilde.schemas.record.KnownIdentifiers;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.record.Purchases;
import java.math.BigDecimal;
import java.time.Instant;

/** Sample documents. */
final class Profiles {
  static final String ANNA = "a".repeat(32);

  private Profiles() {}

  static ProfileDocument of(String tenant, String profileId, long revision) {
    return ProfileDocument.newBuilder()
        .setTenant(tenant)
        .setProfileId(profileId)
        .setIdentifiers(KnownIdentifiers.newBuilder().build())
        .setContact(ContactFields.newBuilder().build())
        .setFirstSeenAt(Instant.EPOCH)
        .setLastSeenAt(Instant.EPOCH)
        .setBehaviour(Behaviour.newBuilder().build())
        .setPurchases(Purchases.newBuilder().setNetTotal(new BigDecimal("0.000000")).build())
        .setAsOf(Instant.EPOCH)
        .setRevision(revision)
        .build();
  }
}
