package dev.kilde.core.identity;

/** Why an identifier does not count. */
public enum Refusal {
  /** It is on the {@link Blocklist}, or nothing is left of it. */
  BLOCKLISTED("blocklisted"),
  NO_EMAIL_ADDRESS("no_email_address"),
  NO_PHONE_NUMBER("no_phone_number");

  /** The reason all of them are told with in {@code identity-changes}. */
  public static final String REASON = "blocked";

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  /** Stable: of metrics and details. */
  public String code() {
    return code;
  }
}
