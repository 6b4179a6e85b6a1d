package dev.kilde.profile.rules;

import dev.kilde.core.segment.Rulebook;
import dev.kilde.core.segment.Ruleset;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rulesets of one tenant as far as they are known; whoever judges holds on to it. */
final class TenantRules implements Rulebook {

  private List<Ruleset> rulesets;

  /**
   * @param rulesets at least one, in the order in which they take effect, no two in a row alike
   */
  TenantRules(List<Ruleset> rulesets) {
    this.rulesets = List.copyOf(rulesets);
  }

  /** Others from now on. */
  void become(List<Ruleset> others) {
    rulesets = List.copyOf(others);
  }

  List<Ruleset> all() {
    return rulesets;
  }

  @Override
  public Ruleset at(Instant now) {
    for (int i = rulesets.size() - 1; i > 0; i--) {
      if (!rulesets.get(i).effectiveAt().isAfter(now)) {
        return rulesets.get(i);
      }
    }
    return rulesets.get(0);
  }

  @Override
  public @Nullable Ruleset after(long revision, Instant judgedAt) {
    Ruleset then = at(judgedAt);
    if (then.revision() != revision) {
      return then;
    }
    for (Ruleset each : rulesets) {
      if (each.effectiveAt().isAfter(judgedAt)) {
        return each;
      }
    }
    return null;
  }
}
