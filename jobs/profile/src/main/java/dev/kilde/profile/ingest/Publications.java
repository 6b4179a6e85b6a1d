package dev.kilde.profile.ingest;

import dev.kilde.profile.rules.Models;
import dev.kilde.profile.rules.RuleTexts;
import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.Model;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Definitions and models as they are published. */
final class Publications {

  /** Kinds of definition that are read from the folder only, or not yet. */
  private static final List<String> ELSEWHERE = List.of("flow", "identity", "loyalty");

  private Publications() {}

  /**
   * What is to be judged by from now on; empty: the record is neither, or of a kind that is not
   * judged by.
   *
   * @throws RejectedException if it cannot be read
   */
  static Optional<RuleUpdate> of(SpecificRecord record) throws RejectedException {
    if (record instanceof Definition definition) {
      return definition(definition);
    }
    return record instanceof Model model ? checked(Models.of(model)) : Optional.empty();
  }

  private static Optional<RuleUpdate> definition(Definition definition) throws RejectedException {
    String kind = definition.getKind();
    if (ELSEWHERE.contains(kind)) {
      return Optional.empty();
    }
    String yaml = definition.getDeleted() ? null : definition.getYaml();
    Instant effectiveAt =
        definition.getEffectiveAt() == null
            ? definition.getOccurredAt()
            : definition.getEffectiveAt();
    RuleUpdate update =
        new RuleUpdate(
            definition.getTenant(),
            kind,
            definition.getId(),
            definition.getVersion(),
            effectiveAt,
            yaml);
    if (yaml == null && !definition.getDeleted()) {
      throw refused("yaml is missing; write the definition, or set deleted");
    }
    return checked(update);
  }

  private static Optional<RuleUpdate> checked(RuleUpdate update) throws RejectedException {
    Optional<String> mistake = RuleTexts.mistake(update);
    if (mistake.isPresent()) {
      throw refused(update.subject() + ": " + mistake.get());
    }
    return Optional.of(update);
  }

  private static RejectedException refused(String detail) {
    return new RejectedException(Rejection.Reason.INVALID_DEFINITION, detail);
  }
}
