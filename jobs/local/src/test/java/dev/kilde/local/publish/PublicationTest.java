package dev.kilde.local.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.record.Definition;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublicationTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
  private static final DefinitionName NAME = new DefinitionName("segment", "lapsed");

  @Test
  void aVersionIsARecordWhoseEventIdIsWhatItIsAVersionOf() throws RejectedException {
    Instant later = Instant.parse("2026-04-01T00:00:00Z");

    Definition record =
        Publication.of("acme", NOW, later).record(new DefinitionVersion(NAME, 3, "yaml"));

    assertThat(record)
        .isEqualTo(
            Definition.newBuilder()
                .setTenant("acme")
                .setEventId("segment/lapsed@3")
                .setOccurredAt(Instant.parse("2026-03-01T10:00:00.123Z"))
                .setKind("segment")
                .setId("lapsed")
                .setVersion(3)
                .setYaml("yaml")
                .setEffectiveAt(later)
                .build());
  }

  @Test
  void aDeletionHasNoText() throws RejectedException {
    Definition record =
        Publication.of("acme", NOW, null).record(new DefinitionVersion(NAME, 4, null));

    assertThat(record.getDeleted()).isTrue();
    assertThat(record.getYaml()).isNull();
    assertThat(record.getEffectiveAt()).isNull();
  }

  @Test
  void whatAJobWouldNotTakeIsRefused() throws RejectedException {
    Instant tooLate = Instant.parse("2100-01-01T00:00:00Z");
    assertThatThrownBy(() -> Publication.of(" ", NOW, null)).hasMessageContaining("tenant");
    assertThatThrownBy(() -> Publication.of("acme", NOW, tooLate))
        .hasMessageContaining("effectiveAt");
    Publication publication = Publication.of("acme", NOW, null);
    DefinitionName endless = new DefinitionName("segment", "a".repeat(600));
    assertThatThrownBy(() -> publication.record(new DefinitionVersion(endless, 1, "yaml")))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("eventId");
  }
}
