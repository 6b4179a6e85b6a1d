package dev.kilde.profile.person;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.Person;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every person of a job, in a form that travels to the cluster.
 *
 * @param behaviourRetention null: for ever
 * @param purchaseRetention null: for ever
 * @param coalescing event time between the first change of a profile and its document; null where
 *     {@code asOf} is set
 * @param asOf tell every person once, as of this instant: a replay; null: as it changes
 * @param rates what one unit of a currency is worth in the tenant's
 * @param hotPeople people kept deserialised per subtask
 */
public record PersonSettings(
    @Nullable Duration behaviourRetention,
    @Nullable Duration purchaseRetention,
    @Nullable Duration coalescing,
    @Nullable Instant asOf,
    Map<String, BigDecimal> rates,
    int hotPeople)
    implements Serializable {

  /** Enough for a session of each of them to be few writes, few enough for a quick barrier. */
  public static final int DEFAULT_HOT_PEOPLE = 5_000;

  public PersonSettings {
    rates = new TreeMap<>(rates);
    if ((coalescing == null) == (asOf == null)) {
      throw new IllegalArgumentException("documents are either coalesced or told once");
    }
  }

  Person.Rules rules() {
    return new Person.Rules(new Retention(behaviourRetention, purchaseRetention), timing());
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
