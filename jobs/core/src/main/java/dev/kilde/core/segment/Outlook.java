package dev.kilde.core.segment;

import dev.kilde.core.score.Facts;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.Terms;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One person's segments at an instant, explained, and when each changes if nothing happens. It
 * looks ahead from one instant at which something may change to the next, until something does.
 *
 * <pre>
 *   all: [a, b]    a  true ---| false -----------     may change here, does
 *                  b  true --------| false ------
 *   any: [a, b]       true --------| false ------     may change there, too
 * </pre>
 */
public final class Outlook {

  /** Two birthdays a year meet never: so many instants on, nobody looks any further. */
  static final int MOST_STEPS = 500;

  private final SegmentSet segments;
  private final Subject subject;
  private final Map<String, Verdict<Boolean>> known = new HashMap<>();
  private Instant instant = Instant.MIN;

  private Outlook(SegmentSet segments, Facts facts, Terms terms) {
    this.segments = segments;
    this.subject = new Subject(facts, terms, this::verdict);
  }

  /**
   * What becomes of somebody in one segment.
   *
   * @param in whether the person is in it
   * @param until when that changes without new input; null: never
   * @param exact whether it changes exactly then; false: not before
   */
  public record Of(
      Segment segment, boolean in, @Nullable Instant until, boolean exact, Explanation why) {}

  /** Of all segments, by ordinal. */
  public static List<Of> of(SegmentSet segments, Facts facts, Terms terms, Instant now) {
    Outlook outlook = new Outlook(segments, facts, terms);
    Map<String, Verdict<Boolean>> flips = new HashMap<>();
    Subject today = new Subject(facts, terms, id -> flips.getOrDefault(id, Verdict.lasting(false)));
    List<Of> all = new ArrayList<>();
    for (Segment segment : segments.inOrder()) {
      Of one = outlook.of(segment, Explanation.of(segment.where(), today, now), now);
      flips.put(segment.id(), new Verdict<>(one.in(), one.until()));
      all.add(one);
    }
    return all;
  }

  private Of of(Segment segment, Explanation why, Instant now) {
    Verdict<Boolean> first = judge(segment, now);
    Instant until = first.holdsUntil();
    for (int step = 0; until != null && step < MOST_STEPS; step++) {
      Verdict<Boolean> next = judge(segment, until);
      if (!next.value().equals(first.value())) {
        return new Of(segment, first.value(), until, true, why);
      }
      until = next.holdsUntil();
    }
    return new Of(segment, first.value(), until, until == null, why);
  }

  private Verdict<Boolean> judge(Segment segment, Instant at) {
    if (!at.equals(instant)) {
      instant = at;
      known.clear();
    }
    return verdict(segment.id());
  }

  /** At the instant looked at. */
  private Verdict<Boolean> verdict(String id) {
    Verdict<Boolean> verdict = known.get(id);
    if (verdict == null) {
      Segment segment = Objects.requireNonNull(segments.get(id), "refers to nothing unknown");
      verdict = segment.where().judge(subject, instant);
      known.put(id, verdict);
    }
    return verdict;
  }
}
