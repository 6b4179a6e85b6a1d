package dev.kilde.profile.definition;

import dev.kilde.core.definition.Limits;
import dev.kilde.core.identity.IdentityRules;

/** What a folder defines, and the built-in defaults for the rest. */
public record Definitions(Limits limits, IdentityRules identity) {

  /** Of a tenant who defined nothing. */
  public static final Definitions DEFAULT = new Definitions(Limits.DEFAULT, IdentityRules.DEFAULT);
}
