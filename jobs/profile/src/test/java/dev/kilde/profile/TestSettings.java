package dev.kilde.profile;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.person.EventCap;
import dev.kilde.profile.rules.BaseRules;
import dev.kilde.profile.rules.RuleUpdate;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What holds for everybody in a test, documents ten seconds after the first change. */
public final class TestSettings {

  private TestSettings() {}

  /**
   * As given, the rest as a tenant has it who defined nothing.
   *
   * @param hot identifiers kept deserialised
   */
  public static ProfileSettings of(Retention retention, IdentityRules identity, int hot) {
    return of(retention, identity, List.of(), hot);
  }

  /** As given, with segments, scoring or limits. */
  public static ProfileSettings of(
      Retention retention, IdentityRules identity, List<RuleUpdate> definitions, int hot) {
    return new ProfileSettings(
        retention,
        Duration.ofSeconds(10),
        null,
        identity,
        "DK",
        EventCap.DEFAULT.most(),
        ProfileSettings.DEFAULT_MOST_LINKS,
        new BaseRules(ZoneId.of("Europe/Copenhagen"), Map.of(), definitions),
        hot);
  }

  /** Kept for ever, by the built-in rules of identity. */
  public static ProfileSettings plain() {
    return of(Retention.FOREVER, IdentityRules.DEFAULT, 3);
  }
}
