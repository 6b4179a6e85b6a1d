package dev.kilde.profile;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.person.EventCap;
import java.time.Duration;
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
    return new ProfileSettings(
        retention,
        Duration.ofSeconds(10),
        null,
        Map.of(),
        identity,
        "DK",
        EventCap.DEFAULT.most(),
        ProfileSettings.DEFAULT_MOST_LINKS,
        hot);
  }

  /** Kept for ever, by the built-in rules of identity. */
  public static ProfileSettings plain() {
    return of(Retention.FOREVER, IdentityRules.DEFAULT, 3);
  }
}
