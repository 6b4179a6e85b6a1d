package dev.kilde.profile.rules;

import dev.kilde.core.segment.Segment;
import dev.kilde.profile.definition.OneDefinition;
import dev.kilde.schemas.RejectedException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads what was published. */
public final class RuleTexts {

  private static final List<String> KINDS =
      List.of(RuleUpdate.SEGMENT, RuleUpdate.SCORING, RuleUpdate.LIMITS);

  private RuleTexts() {}

  /** What is wrong with it, with place and remedy; empty: nothing is. */
  public static Optional<String> mistake(RuleUpdate update) {
    if (update.kind().equals(RuleUpdate.MODEL)) {
      return Models.mistake(update);
    }
    if (!KINDS.contains(update.kind())) {
      return Optional.of("nothing is judged by this kind; one of " + KINDS + " is");
    }
    if (!update.kind().equals(RuleUpdate.SEGMENT) && !update.id().equals(update.kind())) {
      return Optional.of("there is one a tenant; its id is " + update.kind());
    }
    if (update.text() == null) {
      return Optional.empty();
    }
    OneDefinition<?> definition = definition(update);
    return definition.value() instanceof Segment segment
        ? mistakeOfHead(update, segment)
        : definition.mistake();
  }

  private static Optional<String> mistakeOfHead(RuleUpdate update, Segment segment) {
    boolean same = segment.id().equals(update.id()) && segment.version() == update.version();
    return same
        ? Optional.empty()
        : Optional.of(
            "it is published as version "
                + update.version()
                + " and says segment: "
                + segment.id()
                + ", version: "
                + segment.version()
                + "; say the same in both");
  }

  /**
   * What one that nothing is wrong with says: a segment, scoring, limits or break points.
   *
   * @throws IllegalArgumentException if something is wrong with it, or it no longer holds
   */
  static Object read(RuleUpdate update) {
    try {
      Object value =
          update.kind().equals(RuleUpdate.MODEL)
              ? Models.breakPoints(update)
              : definition(update).value();
      if (value != null) {
        return value;
      }
    } catch (RejectedException e) {
      throw new IllegalArgumentException(update.subject() + " was not checked", e);
    }
    throw new IllegalArgumentException(update.subject() + ": " + mistake(update).orElse(""));
  }

  private static OneDefinition<?> definition(RuleUpdate update) {
    String name = update.subject();
    String text = Objects.requireNonNull(update.text());
    return switch (update.kind()) {
      case RuleUpdate.SEGMENT -> OneDefinition.segment(name, text);
      case RuleUpdate.SCORING -> OneDefinition.scoring(name, text);
      case RuleUpdate.LIMITS -> OneDefinition.limits(name, text);
      default -> throw new IllegalArgumentException("no definition: " + name);
    };
  }
}
