package dev.kilde.local.publish;

import dev.kilde.schemas.record.Definition;
import java.util.ArrayList;
import java.util.List;

/** A topic that takes what it is given, if it is claimed first. */
final class TopicInMemory implements DefinitionTopic {

  final List<Definition> records = new ArrayList<>();
  private final List<String> claims = new ArrayList<>();
  boolean everClaimed;

  @Override
  public void claim(String tenant) {
    claims.add(tenant);
    everClaimed = true;
  }

  @Override
  public LatestDefinitions read(String tenant) {
    LatestDefinitions latest = new LatestDefinitions(tenant);
    records.forEach(latest::add);
    return latest;
  }

  @Override
  public void publish(List<Definition> more) {
    if (!more.stream().allMatch(each -> claims.contains(each.getTenant()))) {
      throw new IllegalStateException("not claimed");
    }
    records.addAll(more);
  }

  @Override
  public void close() {
    claims.clear();
  }
}
