package dev.kilde.core.segment;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings segments into an order in which each comes after those it refers to, by id among those
 * that may come at the same place; tells of the others what is wrong with them.
 *
 * <pre>
 *   c -&gt; a    b    a          in order: a b c
 *   d -&gt; e -&gt; d               d: Cycle d e d
 *   f -&gt; gone                 f: Unknown
 *   g -&gt; f, h -&gt; d            g, h: LeftOut
 * </pre>
 */
final class SegmentOrder {

  private final SortedMap<String, Segment> all = new TreeMap<>();
  private final List<Segment> placed = new ArrayList<>();
  private final List<SegmentFault> faults = new ArrayList<>();

  /** Ids of the segments that cannot be judged. */
  private final Set<String> out;

  /**
   * @throws IllegalArgumentException if an id stands twice
   */
  SegmentOrder(Iterable<Segment> segments) {
    for (Segment segment : segments) {
      if (all.putIfAbsent(segment.id(), segment) != null) {
        throw new IllegalArgumentException("segment " + segment.id() + " twice");
      }
    }
    place();
    out = new TreeSet<>(all.keySet());
    placed.forEach(segment -> out.remove(segment.id()));
    findFaults();
  }

  /** Those that can be judged. */
  List<Segment> placed() {
    return placed;
  }

  /** By id, one at least for each of the others. */
  List<SegmentFault> faults() {
    return faults;
  }

  private void place() {
    Map<String, Integer> awaited = new HashMap<>();
    Map<String, List<Segment>> referring = new HashMap<>();
    Queue<String> ready = new PriorityQueue<>();
    for (Segment segment : all.values()) {
      Set<String> references = references(segment);
      awaited.put(segment.id(), references.size());
      references.forEach(
          id -> referring.computeIfAbsent(id, any -> new ArrayList<>()).add(segment));
      if (references.isEmpty()) {
        ready.add(segment.id());
      }
    }
    while (!ready.isEmpty()) {
      String next = ready.remove();
      placed.add(segment(next));
      for (Segment segment : referring.getOrDefault(next, List.of())) {
        if (awaited.merge(segment.id(), -1, Integer::sum) == 0) {
          ready.add(segment.id());
        }
      }
    }
  }

  private void findFaults() {
    Set<String> circling = new HashSet<>();
    Set<String> faulty = new HashSet<>();
    for (String id : out) {
      for (String reference : references(id)) {
        if (!all.containsKey(reference)) {
          faults.add(new SegmentFault.Unknown(id, reference));
          faulty.add(id);
        }
      }
      List<String> circle = circling.contains(id) ? null : circle(id);
      if (circle != null) {
        faults.add(new SegmentFault.Cycle(circle));
        circling.addAll(circle);
      }
    }
    faulty.addAll(circling);
    for (String id : out) {
      if (!faulty.contains(id)) {
        String reference = references(id).stream().filter(out::contains).findFirst().orElseThrow();
        faults.add(new SegmentFault.LeftOut(id, reference));
      }
    }
    faults.sort(Comparator.comparing(SegmentFault::segment));
  }

  /** The shortest way from a segment back to itself, the first by id of several; null: none. */
  private @Nullable List<String> circle(String start) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      String id = next.remove();
      for (String reference : references(id)) {
        if (reference.equals(start)) {
          return path(start, id, cameFrom);
        }
        if (out.contains(reference) && cameFrom.putIfAbsent(reference, id) == null) {
          next.add(reference);
        }
      }
    }
    return null;
  }

  private static List<String> path(String start, String last, Map<String, String> cameFrom) {
    List<String> path = new ArrayList<>(List.of(start));
    for (String id = last; !id.equals(start); id = requireNonNull(cameFrom.get(id))) {
      path.add(id);
    }
    path.add(start);
    Collections.reverse(path);
    return path;
  }

  private Segment segment(String id) {
    return requireNonNull(all.get(id));
  }

  private Set<String> references(String id) {
    return new TreeSet<>(references(segment(id)));
  }

  private static Set<String> references(Segment segment) {
    return segment.where().reads().segments();
  }
}
