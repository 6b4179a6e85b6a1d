package dev.kilde.profile;

import dev.kilde.core.event.IdentifierKind;

/** Every operator's uid. A released uid is never reused or renamed: state is found by it. */
public final class Uids {

  public static final String INPUTS = "inputs";
  public static final String INGEST = "ingest";
  public static final String PURCHASE = "purchase";
  public static final String PROFILES = "profiles";
  public static final String IDENTITY_CHANGES = "identity-changes";
  public static final String SEGMENT_CHANGES = "segment-changes";
  public static final String EXPORTS = "exports";
  public static final String ERASURES = "erasures";
  public static final String DEAD_LETTERS = "dead-letters";

  private static final String DEVICES = "devices";
  private static final String CARDS = "cards";
  private static final String LOYALTY_NUMBERS = "loyalty-numbers";
  private static final String PHONES = "phones";
  private static final String EMAILS = "emails";
  private static final String CONTACTS = "contacts";

  private Uids() {}

  /** The tier of a kind of identifier. */
  public static String tier(IdentifierKind kind) {
    return switch (kind) {
      case DEVICE_ID -> DEVICES;
      case CARD_TOKEN -> CARDS;
      case LOYALTY_NUMBER -> LOYALTY_NUMBERS;
      case PHONE -> PHONES;
      case EMAIL -> EMAILS;
      case CONTACT_ID -> CONTACTS;
    };
  }
}
