package dev.kilde.profile.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was published, in memory: of a replay that has ended. */
public final class InMemoryRules implements Rules.Published {

  private final List<RuleUpdate> all = new ArrayList<>();
  private Rules.@Nullable BaseSeen base;

  @Override
  public List<RuleUpdate> of(String tenant) {
    return all.stream().filter(each -> each.tenant().equals(tenant)).toList();
  }

  @Override
  public void add(RuleUpdate update) {
    all.add(update);
  }

  @Override
  public void remove(RuleUpdate update) {
    all.remove(update);
  }

  @Override
  public Set<String> tenants() {
    return all.stream().map(RuleUpdate::tenant).collect(Collectors.toSet());
  }

  @Override
  public Rules.@Nullable BaseSeen base() {
    return base;
  }

  @Override
  public void base(Rules.BaseSeen seen) {
    base = seen;
  }
}
