package dev.kilde.local.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.record.Definition;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LatestDefinitionsTest {

  private static final DefinitionName NAME = new DefinitionName("segment", "lapsed");

  private final LatestDefinitions latest = new LatestDefinitions("acme");

  @Test
  void theGreatestVersionCountsInWhateverOrderTheyCome() {
    latest.add(record("acme", 1, "one", 9));
    latest.add(record("acme", 3, "three", 1));
    latest.add(record("acme", 2, "two", 8));

    assertThat(latest.byName()).containsExactly(entry(3, "three"));
  }

  @Test
  void ofOneVersionTheLaterOneCounts() {
    latest.add(record("acme", 1, "noon", 12));
    latest.add(record("acme", 1, "morning", 8));
    assertThat(latest.byName()).containsExactly(entry(1, "noon"));

    latest.add(record("acme", 1, "also noon", 12));
    assertThat(latest.byName()).containsExactly(entry(1, "also noon"));
  }

  @Test
  void aDeletionIsAVersionWithoutText() {
    latest.add(record("acme", 1, "one", 1));
    Definition deletion = record("acme", 2, "ignored", 2);
    deletion.setDeleted(true);
    latest.add(deletion);

    assertThat(latest.byName()).containsExactly(entry(2, null));
  }

  @Test
  void otherTenantsAreNoneOfOurBusiness() {
    latest.add(record("beta", 1, "one", 1));
    latest.add(record("beta", 2, null, 1));

    assertThat(latest.byName()).isEmpty();
    assertThat(latest.passedOver()).isZero();
  }

  @Test
  void whatNeitherDefinesNorDeletesIsPassedOver() {
    latest.add(record("acme", 1, "one", 1));
    latest.add(record("acme", 2, null, 2));

    assertThat(latest.byName()).containsExactly(entry(1, "one"));
    assertThat(latest.passedOver()).isEqualTo(1);
  }

  private static Map.Entry<DefinitionName, DefinitionVersion> entry(
      int version, @Nullable String yaml) {
    return Map.entry(NAME, new DefinitionVersion(NAME, version, yaml));
  }

  private static Definition record(
      String tenant, int version, @Nullable String yaml, long occurredAt) {
    return Definition.newBuilder()
        .setTenant(tenant)
        .setEventId("lapsed@" + version)
        .setOccurredAt(Instant.ofEpochMilli(occurredAt))
        .setKind("segment")
        .setId("lapsed")
        .setVersion(version)
        .setYaml(yaml)
        .build();
  }
}
