package dev.kilde.profile.definition;

import dev.kilde.core.definition.Limits;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.score.Scoring;
import dev.kilde.core.segment.SegmentSet;
import java.util.List;

/**
 * What a folder defines, and the built-in defaults for the rest.
 *
 * @param texts of what {@code segments} and {@code scoring} were read from
 */
public record Definitions(
    Limits limits,
    IdentityRules identity,
    SegmentSet segments,
    Scoring scoring,
    List<DefinitionText> texts) {

  /** Of a tenant who defined nothing. */
  public static final Definitions DEFAULT = of(Limits.DEFAULT, IdentityRules.DEFAULT);

  public Definitions {
    texts = List.copyOf(texts);
  }

  /** Without segments, by scores as built in. */
  public static Definitions of(Limits limits, IdentityRules identity) {
    return new Definitions(limits, identity, SegmentSet.EMPTY, Scoring.DEFAULT, List.of());
  }
}
