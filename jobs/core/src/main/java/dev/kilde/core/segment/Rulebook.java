package dev.kilde.core.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rulesets of one tenant, as they follow each other. */
public interface Rulebook {

  /** The one in effect at an instant. */
  Ruleset at(Instant now);

  /**
   * The one that took effect after another.
   *
   * @param revision of a ruleset somebody was judged by; after one that is no longer known comes
   *     the newest
   * @return null: the one with the revision is the newest
   */
  @Nullable Ruleset after(long revision);

  /** One ruleset for ever. */
  static Rulebook always(Ruleset ruleset) {
    return new Rulebook() {
      @Override
      public Ruleset at(Instant now) {
        return ruleset;
      }

      @Override
      public @Nullable Ruleset after(long revision) {
        return revision == ruleset.revision() ? null : ruleset;
      }
    };
  }
}
