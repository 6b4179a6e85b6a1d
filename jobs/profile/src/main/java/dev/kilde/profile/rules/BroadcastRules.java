package dev.kilde.profile.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.flink.api.common.state.BroadcastState;
import org.jspecify.annotations.Nullable;

/** What was published, in broadcast state: every subtask has all of it. */
public final class BroadcastRules implements Rules.Published {

  /** No tenant's: keys of others hold a slash. */
  private static final String BASE = "base";

  private final BroadcastState<String, RuleUpdate> state;
  private final Map<String, List<RuleUpdate>> byTenant = new HashMap<>();

  public BroadcastRules(BroadcastState<String, RuleUpdate> state) throws Exception {
    this.state = state;
    for (Map.Entry<String, RuleUpdate> each : state.immutableEntries()) {
      if (each.getKey().equals(BASE)) {
        continue;
      }
      of(each.getValue().tenant(), true).add(each.getValue());
    }
  }

  @Override
  public List<RuleUpdate> of(String tenant) {
    return List.copyOf(of(tenant, false));
  }

  @Override
  public Set<String> tenants() {
    return Set.copyOf(byTenant.keySet());
  }

  @Override
  public void add(RuleUpdate update) {
    of(update.tenant(), true).add(update);
    change(() -> state.put(key(update), update));
  }

  @Override
  public void remove(RuleUpdate update) {
    of(update.tenant(), true).remove(update);
    change(() -> state.remove(key(update)));
  }

  @Override
  public Rules.@Nullable BaseSeen base() {
    RuleUpdate kept = reading(() -> state.get(BASE));
    return kept == null ? null : new Rules.BaseSeen(kept.version(), kept.effectiveAt());
  }

  @Override
  public void base(Rules.BaseSeen seen) {
    change(
        () ->
            state.put(BASE, new RuleUpdate("", BASE, BASE, seen.fingerprint(), seen.from(), null)));
  }

  private List<RuleUpdate> of(String tenant, boolean make) {
    return make
        ? byTenant.computeIfAbsent(tenant, key -> new ArrayList<>())
        : byTenant.getOrDefault(tenant, List.of());
  }

  private static String key(RuleUpdate update) {
    return update.tenant() + "/" + update.subject() + "/" + update.version();
  }

  private interface Writing {
    void run() throws Exception;
  }

  private static @Nullable RuleUpdate reading(Callable<@Nullable RuleUpdate> reading) {
    try {
      return reading.call();
    } catch (Exception e) {
      throw new IllegalStateException("broadcast state is not accessible", e);
    }
  }

  private static void change(Writing writing) {
    try {
      writing.run();
    } catch (Exception e) {
      throw new IllegalStateException("broadcast state is not accessible", e);
    }
  }
}
