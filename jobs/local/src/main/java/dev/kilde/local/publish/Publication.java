package dev.kilde.local.publish;

import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.wire.WireForm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Makes records of definitions: whose they are, when they are published, from when they hold. */
final class Publication {

  private final String tenant;
  private final Instant occurredAt;
  private final @Nullable Instant effectiveAt;
  private final WireForm wire = new WireForm();
  private final InputDecoder decoder = new InputDecoder();

  private Publication(String tenant, Instant occurredAt, @Nullable Instant effectiveAt) {
    this.tenant = tenant;
    this.occurredAt = occurredAt.truncatedTo(ChronoUnit.MILLIS);
    this.effectiveAt = effectiveAt == null ? null : effectiveAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * A publication of any number of definitions.
   *
   * @param occurredAt the present time
   * @param effectiveAt from when they hold; null: from {@code occurredAt}
   * @throws RejectedException if a record of this tenant and these instants would be no valid input
   */
  static Publication of(String tenant, Instant occurredAt, @Nullable Instant effectiveAt)
      throws RejectedException {
    Publication publication = new Publication(tenant, occurredAt, effectiveAt);
    publication.record(new DefinitionVersion(new DefinitionName("segment", "any"), 1, ""));
    return publication;
  }

  /**
   * The record of a version; its {@code eventId} is {@code kind/id@version}, so that the same
   * version counts once however often it is sent.
   *
   * @throws RejectedException if the job would make it a dead letter: the id is too long
   */
  Definition record(DefinitionVersion version) throws RejectedException {
    DefinitionName name = version.name();
    Definition record =
        Definition.newBuilder()
            .setTenant(tenant)
            .setEventId(name + "@" + version.version())
            .setOccurredAt(occurredAt)
            .setKind(name.kind())
            .setId(name.id())
            .setVersion(version.version())
            .setYaml(version.yaml())
            .setDeleted(version.isDeleted())
            .setEffectiveAt(effectiveAt)
            .build();
    decoder.wire(Topic.DEFINITIONS, wire.encode(record), occurredAt);
    return record;
  }
}
