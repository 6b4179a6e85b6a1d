package dev.kilde.core.person;

import dev.kilde.core.event.Event;
import dev.kilde.core.score.Facts;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Cause;
import dev.kilde.core.segment.Membership;
import dev.kilde.core.segment.Ruleset;
import dev.kilde.core.segment.Segment;
import dev.kilde.core.segment.SegmentChange;
import dev.kilde.core.segment.SegmentSet;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One person's memberships, judged at one instant: those that what happened concerns, those that
 * are due, and those of which one they refer to has changed.
 *
 * <pre>
 *   concerned ∪ due ── in order of reference ──> judge ──> entered, left ──> who refers to it
 * </pre>
 */
final class Judging {

  private final Ruleset rules;
  private final SegmentSet segments;
  private final Judged before;
  private final List<Happening> happened;
  private final Instant now;

  private final Map<String, Membership> members;
  private final Map<Integer, Instant> due;
  private final Map<Integer, SegmentChange> changes = new TreeMap<>();
  private final Subject subject;

  private Judging(
      Facts facts, Ruleset rules, Judged before, List<Happening> happened, Instant now) {
    this.rules = rules;
    this.segments = rules.segments();
    this.before = before;
    this.happened = happened;
    this.now = now;
    this.members = before.byId();
    this.due = new HashMap<>(isNew() ? Map.of() : before.due());
    this.subject = new Subject(facts, rules.terms(), this::verdict);
  }

  /**
   * What somebody is from now on.
   *
   * @param happened since the person was judged last, at this instant
   */
  static Judged judge(
      Facts facts,
      Ruleset rules,
      Judged before,
      List<Happening> happened,
      Instant now,
      Consumer<SegmentChange> told) {
    return new Judging(facts, rules, before, happened, now).judge(told);
  }

  private Judged judge(Consumer<SegmentChange> told) {
    if (isNew()) {
      leaveWhatIsNoMore(told);
    }
    BitSet asked = asked();
    boolean any = isNew();
    for (int i = asked.nextSetBit(0); i >= 0; i = asked.nextSetBit(i + 1)) {
      any = true;
      boolean changed = judge(i);
      if (changed) {
        told.accept(Objects.requireNonNull(changes.get(i)));
      }
      if (changed || isNew()) { // a newcomer may be out of what somebody unknown would be in
        asked.or(segments.dependents(i));
      }
    }
    return any ? Judged.of(now, rules, members, due, before.scoresDueAt()) : before.at(now);
  }

  /** Whether the rules are others than those judged by before. */
  private boolean isNew() {
    return before.revision() != rules.revision();
  }

  private BitSet asked() {
    if (isNew() && before.revision() != 0) {
      BitSet all = new BitSet();
      all.set(0, segments.inOrder().size());
      return all;
    }
    BitSet asked = isNew() ? rules.ofNewcomers() : new BitSet();
    due.forEach(
        (ordinal, at) -> {
          if (!at.isAfter(now)) {
            asked.set(ordinal);
          }
        });
    happened.forEach(each -> asked.or(segments.concernedBy(each.event())));
    return asked;
  }

  /** Whether the membership changed. */
  private boolean judge(int ordinal) {
    Segment segment = segments.inOrder().get(ordinal);
    Verdict<Boolean> verdict = segment.where().judge(subject, now);
    Instant until = verdict.holdsUntil();
    if (until == null) {
      due.remove(ordinal);
    } else {
      due.put(ordinal, until);
    }
    Membership was = members.get(segment.id());
    if (!verdict.value()) {
      members.remove(segment.id());
    } else {
      Instant since = was == null ? now : was.since();
      members.put(segment.id(), new Membership(segment.id(), segment.version(), since));
    }
    if (verdict.value() == (was != null)) {
      return false;
    }
    changes.put(ordinal, change(segment, ordinal, verdict.value()));
    return true;
  }

  private SegmentChange change(Segment segment, int ordinal, boolean entered) {
    if (isNew() && before.revision() != 0) {
      return new SegmentChange(
          segment.id(), segment.version(), entered, Cause.DEFINITION, List.of(), now);
    }
    Cause cause = Cause.TIME;
    for (Happening each : happened) {
      if (each.cause().compareTo(cause) < 0 && concerns(each.event(), ordinal)) {
        cause = each.cause();
      }
    }
    return cause == Cause.TIME
        ? byItself(segment, entered)
        : new SegmentChange(
            segment.id(), segment.version(), entered, cause, ids(cause, ordinal), now);
  }

  /** Everything that happens to somebody new is why they are somewhere. */
  private boolean concerns(Event event, int ordinal) {
    return before.revision() == 0 || segments.concernedBy(event).get(ordinal);
  }

  private List<String> ids(Cause cause, int ordinal) {
    return happened.stream()
        .filter(each -> each.cause() == cause && concerns(each.event(), ordinal))
        .map(each -> each.event().id().id())
        .distinct()
        .toList();
  }

  /** Nothing that happened concerns it: another segment it refers to changed, or time went by. */
  private SegmentChange byItself(Segment segment, boolean entered) {
    SegmentChange first = null;
    for (SegmentChange each : changes.values()) { // by ordinal
      if (segment.where().reads().segments().contains(each.segment())
          && (first == null || each.cause().compareTo(first.cause()) < 0)) {
        first = each;
      }
    }
    if (first != null) {
      return new SegmentChange(
          segment.id(), segment.version(), entered, first.cause(), first.evidence(), now);
    }
    return new SegmentChange(
        segment.id(),
        segment.version(),
        entered,
        Cause.TIME,
        Flipped.words(segment.where(), subject, now),
        now);
  }

  private void leaveWhatIsNoMore(Consumer<SegmentChange> told) {
    for (Membership each : before.memberships()) {
      if (segments.get(each.segment()) == null) {
        members.remove(each.segment());
        told.accept(left(each, Cause.DEFINITION, now));
      }
    }
  }

  /** Somebody of whom nothing is left is in no segment. */
  static void leaveAll(
      Judged before, List<Happening> happened, Instant now, Consumer<SegmentChange> told) {
    Cause cause =
        happened.stream().map(Happening::cause).min(Cause::compareTo).orElse(Cause.CORRECTION);
    before.memberships().forEach(each -> told.accept(left(each, cause, now)));
  }

  private static SegmentChange left(Membership membership, Cause cause, Instant now) {
    return new SegmentChange(
        membership.segment(), membership.version(), false, cause, List.of(), now);
  }

  private Verdict<Boolean> verdict(String id) {
    return new Verdict<>(members.containsKey(id), dueOf(id));
  }

  private @Nullable Instant dueOf(String id) {
    return due.get(segments.ordinal(id));
  }
}
