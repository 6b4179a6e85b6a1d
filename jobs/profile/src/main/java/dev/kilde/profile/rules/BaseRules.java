package dev.kilde.profile.rules;

import dev.kilde.profile.definition.Definitions;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people are judged by where nothing else is published: the folder's definitions, of every
 * tenant, and models learned before the job began. It travels to the cluster.
 *
 * @param zone of calendar days
 * @param rates what one unit of a currency is worth in the tenant's
 * @param updates those with an empty tenant are everybody's
 */
public record BaseRules(ZoneId zone, Map<String, BigDecimal> rates, List<RuleUpdate> updates)
    implements Serializable {

  private static final String EVERYBODY = "";

  public BaseRules {
    rates = new TreeMap<>(rates);
    updates = List.copyOf(updates);
  }

  /** What a folder defines. */
  public static BaseRules of(Definitions definitions) {
    return new BaseRules(
        definitions.limits().timeZone(),
        definitions.limits().rates(),
        definitions.texts().stream()
            .map(
                text ->
                    new RuleUpdate(
                        EVERYBODY,
                        text.kind(),
                        text.id(),
                        text.version() == null ? 0 : text.version(),
                        Instant.EPOCH,
                        text.yaml()))
            .toList());
  }

  /** The same and more. */
  public BaseRules with(List<RuleUpdate> more) {
    List<RuleUpdate> all = new ArrayList<>(updates);
    all.addAll(more);
    return new BaseRules(zone, rates, all);
  }

  /** Tells these from others, the same on every machine. */
  long fingerprint() {
    return new Rulesets(zone, rates).of(updates, Instant.EPOCH).revision();
  }
}
