package dev.kilde.schemas.rules;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import dev.kilde.schemas.record.ContactFields;
import dev.kilde.schemas.record.ContactUpdate;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.Model;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.PermissionChange;
import dev.kilde.schemas.record.Product;
import dev.kilde.schemas.record.Receipt;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What each record requires beyond its envelope and its types, and which values it fills in.
 * Required enums and times are held by the schema: they have no default.
 */
final class RecordRules {

  private RecordRules() {}

  /** Fills in what the envelope may be defaulted from; before {@link EnvelopeRules}. */
  static void fillEnvelope(SpecificRecord record) throws RejectedException {
    if (record instanceof Model model) {
      model(model);
    }
  }

  /**
   * Checks the fields beyond the envelope and fills in their defaults; after {@link EnvelopeRules}.
   */
  static void apply(SpecificRecord record) throws RejectedException {
    if (record instanceof Order order) {
      RequiredText.check("orderId", order.getOrderId());
      if (order.getUpdatedAt() == null) {
        order.setUpdatedAt(order.getOccurredAt());
      }
    } else if (record instanceof Receipt receipt) {
      RequiredText.check("receiptId", receipt.getReceiptId());
      RequiredText.check("storeId", receipt.getStoreId());
    } else if (record instanceof ContactUpdate contact) {
      checkNotEmpty(contact.getFields());
    } else if (record instanceof PermissionChange permission) {
      RequiredText.check("purpose", permission.getPurpose());
    } else if (record instanceof Product product) {
      RequiredText.check("productId", product.getProductId());
    } else if (record instanceof Definition definition) {
      RequiredText.check("kind", definition.getKind());
      RequiredText.check("id", definition.getId());
      if (definition.getEffectiveAt() == null) {
        definition.setEffectiveAt(definition.getOccurredAt());
      }
    } else if (record instanceof Model model) {
      RequiredText.check("kind", model.getKind());
    }
  }

  /** A model is ours, and its file may leave the envelope out. */
  private static void model(Model model) throws RejectedException {
    if (model.getOccurredAt() == null) {
      model.setOccurredAt(model.getEffectiveAt());
    }
    if (model.getEffectiveAt() == null) {
      model.setEffectiveAt(model.getOccurredAt());
    }
    if (model.getEffectiveAt() == null) {
      throw new RejectedException(Reason.MISSING_FIELD, "effectiveAt: is required");
    }
    if (model.getEventId() == null) {
      model.setEventId(model.getKind() + "@" + model.getEffectiveAt());
    }
  }

  private static void checkNotEmpty(ContactFields fields) throws RejectedException {
    for (Schema.Field field : fields.getSchema().getFields()) {
      if (!field.name().equals("attributes") && fields.get(field.pos()) != null) {
        return;
      }
    }
    if (fields.getAttributes().isEmpty()) {
      throw new RejectedException(
          Reason.EMPTY_FIELD, "fields: is empty, give at least one contact field or attribute");
    }
  }
}
