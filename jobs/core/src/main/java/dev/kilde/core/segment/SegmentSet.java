package dev.kilde.core.segment;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Tracked;
import dev.kilde.core.facts.Fact;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a tenant, ready to be judged: each has an ordinal, greater than the ordinals of
 * those it refers to. Ordinals are good within one set only; immutable.
 */
public final class SegmentSet {

  /** No segments. */
  public static final SegmentSet EMPTY = of(List.of()).set();

  private final List<Segment> inOrder;
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Map<String, BitSet> byTracked = new HashMap<>();
  private final Map<Fact<?>, BitSet> byFact = new LinkedHashMap<>();
  private final List<BitSet> dependents = new ArrayList<>();
  private final long fingerprint;

  private SegmentSet(List<Segment> inOrder) {
    this.inOrder = List.copyOf(inOrder);
    for (Segment segment : inOrder) {
      int ordinal = ordinals.size();
      ordinals.put(segment.id(), ordinal);
      Reads reads = segment.where().reads();
      reads.tracked().forEach(name -> mark(byTracked, name, ordinal));
      reads.facts().forEach(fact -> mark(byFact, fact, ordinal));
      dependents.add(new BitSet());
    }
    for (int ordinal = inOrder.size() - 1; ordinal >= 0; ordinal--) {
      BitSet whatDepends = dependents.get(ordinal);
      for (String reference : inOrder.get(ordinal).where().reads().segments()) {
        BitSet ofReference = dependents.get(ordinal(reference));
        ofReference.set(ordinal);
        ofReference.or(whatDepends);
      }
    }
    fingerprint = SegmentFingerprint.of(inOrder);
  }

  /**
   * What came of bringing segments together.
   *
   * @param set those that can be judged
   * @param faults why the others cannot, by id, one at least for each
   */
  public record Result(SegmentSet set, List<SegmentFault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Brings them together, in any order.
   *
   * @throws IllegalArgumentException if an id stands twice
   */
  public static Result of(Collection<Segment> segments) {
    SegmentOrder order = new SegmentOrder(segments);
    return new Result(new SegmentSet(order.placed()), order.faults());
  }

  /** By ordinal. */
  public List<Segment> inOrder() {
    return inOrder;
  }

  /** The segment with an id; null: there is none. */
  public @Nullable Segment get(String id) {
    Integer ordinal = ordinals.get(id);
    return ordinal == null ? null : inOrder.get(ordinal);
  }

  /** The ordinal of a segment, from 0; -1: there is none with the id. */
  public int ordinal(String id) {
    return ordinals.getOrDefault(id, -1);
  }

  /**
   * The ordinals of those whose condition looks at what an event may change; not of those that only
   * refer to them. The caller's own.
   */
  public BitSet concernedBy(Event event) {
    BitSet concerned = new BitSet(inOrder.size());
    if (event instanceof Tracked visit) {
      BitSet readers = byTracked.get(visit.name());
      if (readers != null) {
        concerned.or(readers);
      }
    }
    byFact.forEach(
        (fact, readers) -> {
          if (fact.concerns(event)) {
            concerned.or(readers);
          }
        });
    for (int i = concerned.nextSetBit(0); i >= 0; i = concerned.nextSetBit(i + 1)) {
      if (!inOrder.get(i).where().concerns(event)) {
        concerned.clear(i);
      }
    }
    return concerned;
  }

  /**
   * The ordinals of those that refer to a segment, by way of others, too. The caller's own.
   *
   * @throws IndexOutOfBoundsException if there is no such segment
   */
  public BitSet dependents(int ordinal) {
    return (BitSet) dependents.get(ordinal).clone();
  }

  /**
   * Tells sets apart: the same for the same ids, versions and contents, on every machine, and for
   * practical purposes another for others.
   */
  public long fingerprint() {
    return fingerprint;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SegmentSet that && inOrder.equals(that.inOrder);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(fingerprint);
  }

  @Override
  public String toString() {
    return "SegmentSet" + inOrder.stream().map(Segment::id).toList();
  }

  private static <K> void mark(Map<K, BitSet> readers, K read, int ordinal) {
    readers.computeIfAbsent(read, any -> new BitSet()).set(ordinal);
  }
}
