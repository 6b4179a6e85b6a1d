package dev.kilde.profile;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.keeper.Keeper;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Person;
import dev.kilde.core.segment.Rulebooks;
import dev.kilde.profile.rules.BaseRules;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for everybody in a job, in a form that travels to the cluster.
 *
 * @param retention how long people are kept
 * @param coalescing event time between the first change of a profile and its document; null where
 *     {@code asOf} is set
 * @param asOf tell every person once, as of this instant: a replay; null: as it changes
 * @param identity how identifiers become people
 * @param country ISO 3166, two letters; of phone numbers without a country code
 * @param mostEvents kept of one person, and passed on by one identifier
 * @param mostLinks kept of one identifier
 * @param rules what people are judged by where nothing else is published
 * @param hot identifiers kept deserialised per subtask and tier
 */
public record ProfileSettings(
    Retention retention,
    @Nullable Duration coalescing,
    @Nullable Instant asOf,
    IdentityRules identity,
    String country,
    int mostEvents,
    int mostLinks,
    BaseRules rules,
    int hot)
    implements Serializable {

  /** Enough for a session of each of them to be few writes, few enough for a quick barrier. */
  public static final int DEFAULT_HOT = 5_000;

  /** A customer who signs in every day for years has fewer. */
  public static final int DEFAULT_MOST_LINKS = 10_000;

  public ProfileSettings {
    if ((coalescing == null) == (asOf == null)) {
      throw new IllegalArgumentException("documents are either coalesced or told once");
    }
  }

  /** What one unit of a currency is worth in the tenant's. */
  public Map<String, BigDecimal> rates() {
    return rules.rates();
  }

  /** What holds for identifiers of a kind, and people no stronger one is known of. */
  public Keeper.Rules rules(IdentifierKind kind, Rulebooks rulebooks) {
    return new Keeper.Rules(
        identity,
        new Person.Rules(
            identity.retention(kind, retention), new EventCap(mostEvents), timing(), rulebooks),
        mostLinks);
  }

  private DocumentTiming timing() {
    if (asOf != null) {
      return new DocumentTiming.Once(asOf);
    }
    if (coalescing != null) {
      return new DocumentTiming.Coalesced(coalescing);
    }
    throw new IllegalStateException("checked in the constructor");
  }
}
