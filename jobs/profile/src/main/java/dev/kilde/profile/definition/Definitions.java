package dev.kilde.profile.definition;

import dev.kilde.core.definition.Limits;

/** What a folder defines, and the built-in defaults for the rest. */
public record Definitions(Limits limits) {

  /** Of a tenant who defined nothing. */
  public static final Definitions DEFAULT = new Definitions(Limits.DEFAULT);
}
