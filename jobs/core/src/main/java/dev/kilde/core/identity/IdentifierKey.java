package dev.kilde.core.identity;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import java.io.Serializable;

/**
 * An identifier as others know it: its kind, and its value hashed with the tenant. Pointers and
 * sources hold no readable personal data.
 *
 * @param hash 32 hexadecimal digits; the profile id of the person it names while nothing stronger
 *     is known
 */
public record IdentifierKey(IdentifierKind kind, String hash) implements Serializable {

  public static IdentifierKey of(String tenant, Identifier identifier) {
    return new IdentifierKey(identifier.kind(), ProfileId.of(tenant, identifier).hex());
  }
}
