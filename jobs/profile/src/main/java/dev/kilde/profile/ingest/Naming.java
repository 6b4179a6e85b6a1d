package dev.kilde.profile.ingest;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.Named;
import dev.kilde.core.identity.Normalisation;
import dev.kilde.core.identity.Refused;
import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.record.Identifiers;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of a record's identifiers those that count, in their normal form, so that its content says
 * the same however they were typed, and nothing behind this needs the rules.
 */
public final class Naming {

  private final Normalisation normalisation;

  public Naming(Normalisation normalisation) {
    this.normalisation = normalisation;
  }

  /**
   * Gives the record the identifiers that count, in their normal form; where none does, it has
   * none. Where nothing differs it keeps its own; these are not written to, so that whoever holds
   * them can {@link #restore} what came in.
   *
   * @param record as {@code InputDecoder} gives it, not shared with anybody yet
   * @return what was taken out; mostly nothing
   */
  public List<Refused> normalise(SpecificRecord record) {
    Identifiers given = Envelopes.identifiers(record);
    if (given == null) {
      return List.of();
    }
    Named named = normalisation.named(kind -> text(given, kind));
    if (named.accepted().all().isEmpty()) {
      restore(record, null);
    } else if (!named.refused().isEmpty() || !isNormal(given, named)) {
      Identifiers normal = new Identifiers();
      named.accepted().all().forEach(each -> write(normal, each.kind(), each.value()));
      restore(record, normal);
    }
    return named.refused();
  }

  /**
   * Gives a record these identifiers; one that is about nobody has none.
   *
   * @param identifiers what the record had before it was normalised, so that it can be shown
   */
  static void restore(SpecificRecord record, @Nullable Identifiers identifiers) {
    Schema.Field field = record.getSchema().getField("identifiers");
    if (field != null) {
      record.put(field.pos(), identifiers);
    }
  }

  private static boolean isNormal(Identifiers given, Named named) {
    for (Identifier normal : named.accepted().all()) {
      if (!normal.value().equals(text(given, normal.kind()))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String text(Identifiers identifiers, IdentifierKind kind) {
    return switch (kind) {
      case CONTACT_ID -> identifiers.getContactId();
      case EMAIL -> identifiers.getEmail();
      case PHONE -> identifiers.getPhone();
      case LOYALTY_NUMBER -> identifiers.getLoyaltyNumber();
      case CARD_TOKEN -> identifiers.getCardToken();
      case DEVICE_ID -> identifiers.getDeviceId();
    };
  }

  private static void write(Identifiers identifiers, IdentifierKind kind, @Nullable String text) {
    switch (kind) {
      case CONTACT_ID -> identifiers.setContactId(text);
      case EMAIL -> identifiers.setEmail(text);
      case PHONE -> identifiers.setPhone(text);
      case LOYALTY_NUMBER -> identifiers.setLoyaltyNumber(text);
      case CARD_TOKEN -> identifiers.setCardToken(text);
      case DEVICE_ID -> identifiers.setDeviceId(text);
    }
  }
}
