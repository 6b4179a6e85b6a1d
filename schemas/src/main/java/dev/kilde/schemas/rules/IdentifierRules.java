package dev.kilde.schemas.rules;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import dev.kilde.schemas.record.Identifiers;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Identifiers: none over 512 characters; a blank one is as good as absent. */
final class IdentifierRules {

  private IdentifierRules() {}

  /** The identifiers with blank ones taken out; null if none is left. */
  static @Nullable Identifiers normalised(@Nullable Identifiers given) throws RejectedException {
    if (given == null) {
      return null;
    }
    boolean any = false;
    for (Schema.Field kind : given.getSchema().getFields()) {
      String value = (String) given.get(kind.pos());
      if (value == null) {
        continue;
      }
      RequiredText.checkLength("identifiers." + kind.name(), value);
      if (RequiredText.isBlank(value)) {
        given.put(kind.pos(), null);
      } else {
        any = true;
      }
    }
    return any ? given : null;
  }

  /** Refuses a record that says nothing of whom it is about. */
  static void checkPresent(@Nullable Identifiers normalised) throws RejectedException {
    if (normalised == null) {
      throw new RejectedException(
          Reason.NO_IDENTIFIER,
          "identifiers: none is given, give one of contactId, email, phone, loyaltyNumber,"
              + " cardToken, deviceId");
    }
  }

  /** Whether a card token is all there is. */
  static boolean onlyCardToken(@Nullable Identifiers normalised) {
    return normalised != null
        && normalised.getCardToken() != null
        && normalised.getContactId() == null
        && normalised.getEmail() == null
        && normalised.getPhone() == null
        && normalised.getLoyaltyNumber() == null
        && normalised.getDeviceId() == null;
  }
}
