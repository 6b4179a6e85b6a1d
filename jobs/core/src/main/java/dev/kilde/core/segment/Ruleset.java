package dev.kilde.core.segment;

import dev.kilde.core.facts.Fact;
import dev.kilde.core.score.Facts;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.Terms;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** What the people of a tenant are judged by, from an instant on. Immutable. */
public final class Ruleset {

  /** No segments, scores as built in. */
  public static final Ruleset DEFAULT =
      new Ruleset(SegmentSet.EMPTY, Terms.DEFAULT, 1, Instant.EPOCH);

  private final SegmentSet segments;
  private final Terms terms;
  private final long revision;
  private final Instant effectiveAt;
  private final BitSet ofNewcomers;

  /**
   * @param revision tells it from every other one, the same on every machine and after a restart;
   *     never 0
   * @param effectiveAt {@link Instant#EPOCH}: from the beginning
   */
  public Ruleset(SegmentSet segments, Terms terms, long revision, Instant effectiveAt) {
    this(segments, terms, revision, effectiveAt, ofNewcomers(segments, terms));
  }

  private Ruleset(
      SegmentSet segments, Terms terms, long revision, Instant effectiveAt, BitSet ofNewcomers) {
    this.segments = segments;
    this.terms = terms;
    this.revision = revision;
    this.effectiveAt = effectiveAt;
    this.ofNewcomers = ofNewcomers;
  }

  public SegmentSet segments() {
    return segments;
  }

  public Terms terms() {
    return terms;
  }

  public long revision() {
    return revision;
  }

  public Instant effectiveAt() {
    return effectiveAt;
  }

  /** The same, from another instant on. */
  public Ruleset from(Instant instant) {
    return new Ruleset(segments, terms, revision, instant, ofNewcomers);
  }

  /**
   * Ordinals of the segments that have to be judged of somebody new, whatever happened: the others
   * are false of a person of whom nothing is known, for ever. The caller's own.
   */
  public BitSet ofNewcomers() {
    return (BitSet) ofNewcomers.clone();
  }

  private static BitSet ofNewcomers(SegmentSet segments, Terms terms) {
    Facts nothing =
        new Facts() {
          @Override
          public <F> F get(Fact<F> fact) {
            return fact.empty();
          }
        };
    Map<String, Verdict<Boolean>> known = new HashMap<>();
    Subject nobody =
        new Subject(nothing, terms, id -> known.getOrDefault(id, Verdict.lasting(false)));
    BitSet asked = new BitSet();
    for (Segment segment : segments.inOrder()) {
      Verdict<Boolean> verdict = segment.where().judge(nobody, Instant.EPOCH);
      known.put(segment.id(), verdict);
      asked.set(segments.ordinal(segment.id()), verdict.value() || verdict.holdsUntil() != null);
    }
    return asked;
  }
}
