package dev.kilde.core.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rulesets of one tenant, as they follow each other. */
public interface Rulebook {

  /** The one in effect at an instant. */
  Ruleset at(Instant now);

  /**
   * The one to judge by next: what was in effect where somebody was judged last, if that was by
   * another one, else what took effect after that.
   *
   * @param revision of the ruleset somebody was judged by
   * @param judgedAt when that was
   * @return null: there is none
   */
  @Nullable Ruleset after(long revision, Instant judgedAt);

  /** One ruleset for ever. */
  static Rulebook always(Ruleset ruleset) {
    return new Rulebook() {
      @Override
      public Ruleset at(Instant now) {
        return ruleset;
      }

      @Override
      public @Nullable Ruleset after(long revision, Instant judgedAt) {
        return revision == ruleset.revision() ? null : ruleset;
      }
    };
  }
}
