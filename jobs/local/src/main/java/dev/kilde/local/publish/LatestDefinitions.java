package dev.kilde.local.publish;

import dev.kilde.schemas.record.Definition;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the topic says of one tenant, collected record by record: of each definition the greatest
 * version; of the same version, the later {@code occurredAt}, then the later record.
 */
final class LatestDefinitions {

  private record Latest(DefinitionVersion version, Instant occurredAt) {}

  private final String tenant;
  private final SortedMap<DefinitionName, Latest> latest = new TreeMap<>();
  private int passedOver;

  LatestDefinitions(String tenant) {
    this.tenant = tenant;
  }

  /** Takes a valid record of any tenant; one that neither deletes nor defines is passed over. */
  void add(Definition record) {
    if (!record.getTenant().equals(tenant)) {
      return;
    }
    String yaml = record.getDeleted() ? null : record.getYaml();
    if (yaml == null && !record.getDeleted()) {
      passOver();
      return;
    }
    DefinitionName name = new DefinitionName(record.getKind(), record.getId());
    Latest added =
        new Latest(new DefinitionVersion(name, record.getVersion(), yaml), record.getOccurredAt());
    latest.merge(name, added, LatestDefinitions::later);
  }

  /** Counts a message that is no valid record: whoever reads the topic makes it a dead letter. */
  void passOver() {
    passedOver++;
  }

  /** By name, the deleted ones included. */
  SortedMap<DefinitionName, DefinitionVersion> byName() {
    SortedMap<DefinitionName, DefinitionVersion> versions = new TreeMap<>();
    latest.forEach((name, each) -> versions.put(name, each.version()));
    return versions;
  }

  int passedOver() {
    return passedOver;
  }

  private static Latest later(Latest known, @Nullable Latest added) {
    if (added == null) {
      return known;
    }
    int byVersion = Integer.compare(known.version().version(), added.version().version());
    boolean older = byVersion == 0 ? known.occurredAt().isAfter(added.occurredAt()) : byVersion > 0;
    return older ? known : added;
  }
}
