package dev.kilde.profile.rules;

import dev.kilde.core.segment.Rulebook;
import dev.kilde.core.segment.Rulebooks;
import dev.kilde.core.segment.Ruleset;
import dev.kilde.core.verdict.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the people of every tenant are judged by, as one subtask knows it: the folder's definitions,
 * and on top of them what was published since.
 *
 * <pre>
 *   folder ───────────────┬──────────────┬─────────>
 *   published    segment a v1       a v2, b v1
 *                         ^ ruleset      ^ ruleset     each from its instant on
 * </pre>
 */
public final class Rules implements Rulebooks {

  private static final Comparator<RuleUpdate> BY_VERSION =
      Comparator.comparingLong(RuleUpdate::version);

  private final List<RuleUpdate> base;
  private final Published published;
  private final Rulesets rulesets;
  private final Map<String, TenantRules> tenants = new HashMap<>();
  private final long fingerprint;
  private boolean baseIsNew;
  private Instant baseFrom = Instant.EPOCH;

  /**
   * @param base what holds where nothing else is published
   * @param published since, of all tenants
   */
  public Rules(BaseRules base, Published published) {
    this.base = base.updates();
    this.rulesets = new Rulesets(base.zone(), base.rates());
    this.fingerprint = base.fingerprint();
    BaseSeen before = published.base();
    if (before == null) {
      published.base(new BaseSeen(fingerprint, Instant.EPOCH));
    } else if (before.fingerprint() == fingerprint) {
      baseFrom = before.from();
    } else {
      baseIsNew = true;
    }
    this.published = published;
  }

  @Override
  public Rulebook of(String tenant) {
    return tenants.computeIfAbsent(tenant, key -> new TenantRules(compiled(key)));
  }

  /**
   * One more is published.
   *
   * @param watermark its instant is never earlier
   * @return whether anything is different for its tenant, now or later
   */
  public boolean take(RuleUpdate update, Instant watermark) {
    for (RuleUpdate known : published.of(update.tenant())) {
      if (known.subject().equals(update.subject()) && known.version() >= update.version()) {
        return false;
      }
    }
    published.add(update.from(Instants.latest(watermark, update.effectiveAt())));
    TenantRules rules = tenants.get(update.tenant());
    List<Ruleset> compiled = compiled(update.tenant());
    if (rules == null) {
      tenants.put(update.tenant(), new TenantRules(compiled));
    } else {
      rules.become(compiled);
    }
    return true;
  }

  /**
   * Time has come so far for the first time since the job was started: where it goes on with other
   * base rules than it was stopped with, those hold from here on.
   *
   * @return whether they do
   */
  public boolean begin(Instant watermark) {
    if (!baseIsNew) {
      return false;
    }
    baseIsNew = false;
    baseFrom = watermark;
    published.base(new BaseSeen(fingerprint, watermark));
    tenants.forEach((tenant, rules) -> rules.become(compiled(tenant)));
    return true;
  }

  /** Everybody has been judged by what is in effect: what came before is forgotten. */
  public void forgetBefore(Instant watermark) {
    for (String tenant : published.tenants()) {
      Map<String, RuleUpdate> inEffect = winners(published.of(tenant), watermark);
      for (RuleUpdate each : published.of(tenant)) {
        RuleUpdate winner = inEffect.get(each.subject());
        if (winner != null && each.version() < winner.version()) {
          published.remove(each);
        }
      }
      TenantRules rules = tenants.get(tenant);
      if (rules != null) {
        rules.become(compiled(tenant));
      }
    }
  }

  private List<Ruleset> compiled(String tenant) {
    List<RuleUpdate> own = published.of(tenant);
    NavigableSet<Instant> instants = new TreeSet<>(Set.of(Instant.EPOCH));
    base(tenant).forEach(each -> instants.add(each.effectiveAt()));
    own.forEach(each -> instants.add(each.effectiveAt()));
    List<Ruleset> all = new ArrayList<>();
    instants.removeIf(each -> each.isBefore(baseFrom));
    instants.add(baseFrom);
    for (Instant from : instants) {
      Map<String, RuleUpdate> winners = winners(base(tenant), from);
      winners.putAll(winners(own, from));
      Ruleset next = rulesets.of(winners.values(), from);
      if (all.isEmpty() || all.get(all.size() - 1).revision() != next.revision()) {
        all.add(next);
      }
    }
    return all;
  }

  private List<RuleUpdate> base(String tenant) {
    return base.stream()
        .filter(each -> each.tenant().isEmpty() || each.tenant().equals(tenant))
        .toList();
  }

  /** Of each subject the greatest version among those in effect. */
  private static Map<String, RuleUpdate> winners(List<RuleUpdate> updates, Instant at) {
    Map<String, RuleUpdate> winners = new TreeMap<>();
    updates.stream()
        .filter(each -> !each.effectiveAt().isAfter(at))
        .sorted(BY_VERSION)
        .forEach(each -> winners.put(each.subject(), each));
    return winners;
  }

  /** What was published, kept where it survives. */
  public interface Published {

    /** Those of a tenant, in any order. */
    List<RuleUpdate> of(String tenant);

    void add(RuleUpdate update);

    void remove(RuleUpdate update);

    /** The base rules last judged by; null: nobody was judged yet. */
    @Nullable BaseSeen base();

    void base(BaseSeen seen);

    /** Of whom there are any. */
    Set<String> tenants();
  }

  /**
   * Base rules that people were judged by.
   *
   * @param fingerprint tells them from others
   * @param from when they took effect
   */
  public record BaseSeen(long fingerprint, Instant from) {}
}
