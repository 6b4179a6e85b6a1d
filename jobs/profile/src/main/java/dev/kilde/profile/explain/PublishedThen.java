package dev.kilde.profile.explain;

import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.profile.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was published, in memory. */
final class PublishedThen implements Rules.Published {

  private final List<RuleUpdate> all = new ArrayList<>();

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
    return null; // what was judged by then is what is explained by
  }

  @Override
  public void base(Rules.BaseSeen seen) {
    // nothing is judged by it later
  }
}
