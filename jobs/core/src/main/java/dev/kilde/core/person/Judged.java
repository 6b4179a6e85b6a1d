package dev.kilde.core.person;

import dev.kilde.core.segment.Membership;
import dev.kilde.core.segment.Ruleset;
import dev.kilde.core.verdict.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person was last judged to be, and when to judge again without new input.
 *
 * @param at when that was; null: never
 * @param revision of the ruleset; 0: never judged
 * @param terms tells the terms of the ruleset from others
 * @param memberships by segment id, in its order
 * @param due when segments may change, by their ordinals in the ruleset
 * @param scoresDueAt when a score in the document that stands may change; null: not without input
 */
public record Judged(
    @Nullable Instant at,
    long revision,
    int terms,
    List<Membership> memberships,
    Map<Integer, Instant> due,
    @Nullable Instant scoresDueAt) {

  public static final Judged NEVER = new Judged(null, 0, 0, List.of(), Map.of(), null);

  public Judged {
    memberships = List.copyOf(memberships);
    due = Map.copyOf(due);
  }

  /** The first instant at which to judge again; null: not without input. */
  public @Nullable Instant nextInstant() {
    Instant next = scoresDueAt;
    for (Instant each : due.values()) {
      next = Instants.earliest(next, each);
    }
    return next;
  }

  /** The membership of a segment; null: not in it. */
  public @Nullable Membership in(String segment) {
    for (Membership each : memberships) {
      if (each.segment().equals(segment)) {
        return each;
      }
    }
    return null;
  }

  Judged withScoresDueAt(@Nullable Instant instant) {
    return new Judged(at, revision, terms, memberships, due, instant);
  }

  /** Memberships by segment id, to be changed. */
  Map<String, Membership> byId() {
    Map<String, Membership> byId = new TreeMap<>();
    memberships.forEach(each -> byId.put(each.segment(), each));
    return byId;
  }

  /** The same, looked at again. */
  Judged at(Instant now) {
    return new Judged(now, revision, terms, memberships, due, scoresDueAt);
  }

  static Judged of(
      Instant now,
      Ruleset rules,
      Map<String, Membership> byId,
      Map<Integer, Instant> due,
      @Nullable Instant scoresDueAt) {
    return new Judged(
        now,
        rules.revision(),
        rules.terms().hashCode(),
        new ArrayList<>(byId.values()),
        due,
        scoresDueAt);
  }
}
