package dev.kilde.core.event;

/** Kinds of identifier, strongest first. */
public enum IdentifierKind {
  CONTACT_ID("contactId"),
  EMAIL("email"),
  PHONE("phone"),
  LOYALTY_NUMBER("loyaltyNumber"),
  CARD_TOKEN("cardToken"),
  DEVICE_ID("deviceId");

  private final String field;

  IdentifierKind(String field) {
    this.field = field;
  }

  /** The contract's spelling. */
  public String field() {
    return field;
  }
}
