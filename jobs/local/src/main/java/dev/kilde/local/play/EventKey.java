package dev.kilde.local.play;

import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.Model;
import dev.kilde.schemas.record.Product;
import dev.kilde.schemas.record.Receipt;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka key of an input: tenant and strongest identifier, {@code acme/email:anne@mail.example};
 * of a record about nobody, tenant and what it is about, {@code acme/product:tent-2}. Events of one
 * person with the same identifiers so stay in one partition.
 */
final class EventKey {

  private EventKey() {}

  /** The key of a valid input. */
  static String of(SpecificRecord event) {
    Identifiers who = Envelopes.identifiers(event);
    String strongest = who == null ? null : strongest(who);
    return Envelopes.tenant(event) + "/" + (strongest == null ? aboutNobody(event) : strongest);
  }

  private static @Nullable String strongest(Identifiers who) {
    if (who.getContactId() != null) {
      return "contactId:" + who.getContactId();
    }
    if (who.getEmail() != null) {
      return "email:" + who.getEmail();
    }
    if (who.getPhone() != null) {
      return "phone:" + who.getPhone();
    }
    if (who.getLoyaltyNumber() != null) {
      return "loyaltyNumber:" + who.getLoyaltyNumber();
    }
    if (who.getCardToken() != null) {
      return "cardToken:" + who.getCardToken();
    }
    return who.getDeviceId() == null ? null : "deviceId:" + who.getDeviceId();
  }

  private static String aboutNobody(SpecificRecord event) {
    if (event instanceof Product product) {
      return "product:" + product.getProductId();
    }
    if (event instanceof Receipt receipt) {
      return "receipt:" + receipt.getStoreId() + "/" + receipt.getReceiptId();
    }
    if (event instanceof Definition definition) {
      return "definition:" + definition.getKind() + "/" + definition.getId();
    }
    if (event instanceof Model model) {
      return "model:" + model.getKind();
    }
    return "event:" + Envelopes.eventId(event);
  }
}
