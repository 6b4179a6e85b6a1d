package dev.kilde.profile.definition;

import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Contradiction;
import dev.kilde.core.segment.Segment;
import dev.kilde.core.segment.SegmentFault;
import dev.kilde.core.segment.SegmentSet;
import dev.kilde.core.segment.SegmentShape;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The files of {@code segments/}: each by itself, then all of them together. */
final class SegmentFiles {

  /** The file of each id, also of those that are wrong otherwise. */
  private final Map<String, String> fileOfId = new TreeMap<>();

  private final Map<String, Read> right = new TreeMap<>();
  private int named;
  private boolean namesAll;

  /** A file that is right by itself. */
  private record Read(Segment segment, Value root, Places places) {}

  /** Reads a file; null after telling that it is wrong. */
  @Nullable Segment add(Value root) {
    String id = id(root);
    named += id == null ? 0 : 1;
    String first = id == null ? null : fileOfId.putIfAbsent(id, root.problems().file());
    if (first != null) {
      root.wrong(
          "segment " + Quoted.plain(String.valueOf(id)) + " is also defined in " + first,
          "give one of the two another id");
    }
    ShapeReader reader = new ShapeReader();
    Segment segment = reader.read(SegmentShape.SHAPE, root);
    if (segment == null || first != null) {
      return null;
    }
    Segment written = segment.withContent(Written.of(root.node()));
    right.put(segment.id(), new Read(written, root, reader.places()));
    Contradiction.in(segment.where()).forEach(each -> tell(each, root, reader.places()));
    return written;
  }

  /**
   * All that can be judged, after telling what is wrong between them.
   *
   * @param files how many there are: nobody knows which segment one defines that cannot be read
   */
  SegmentSet together(long files) {
    namesAll = named == files;
    SegmentSet.Result result = SegmentSet.of(right.values().stream().map(Read::segment).toList());
    result.faults().forEach(this::tell);
    return result.set();
  }

  private void tell(SegmentFault fault) {
    Read at = right.get(fault.segment());
    if (at == null) {
      return;
    }
    if (fault instanceof SegmentFault.Cycle cycle) {
      tell(
          at.segment().where(),
          at,
          cycle.reference(),
          fault.words(),
          "take one of the references out");
    } else if (fault instanceof SegmentFault.Unknown unknown
        && namesAll
        && !fileOfId.containsKey(unknown.reference())) {
      String nearest = Nearest.to(unknown.reference(), fileOfId.keySet());
      tell(
          at.segment().where(),
          at,
          unknown.reference(),
          fault.words(),
          nearest == null
              ? "define it in segments/, or remove this"
              : "did you mean " + nearest + "?");
    }
    // One that is left out refers to one that is told.
  }

  /** Tells it wherever the segment is referred to. */
  private static void tell(
      Condition condition, Read file, String reference, String what, String remedy) {
    if (!condition.reads().segments().contains(reference)) {
      return;
    }
    if (condition.parts().isEmpty()) {
      Places.Place place = file.places().of(condition);
      Value at = place == null ? file.root() : place.under();
      at.wrong(Quoted.line(what), Quoted.line(remedy));
    }
    condition.parts().forEach(part -> tell(part, file, reference, what, remedy));
  }

  private static void tell(Contradiction contradiction, Value root, Places places) {
    Places.Place first = places.of(contradiction.first());
    Places.Place second = places.of(contradiction.second());
    if (first == null || second == null) {
      throw new IllegalStateException("conditions that were not read from " + root.name());
    }
    String other = "the condition on line " + first.line();
    switch (contradiction.sort()) {
      case NEVER_BOTH ->
          second
              .whole()
              .wrong(
                  "contradicts " + other + ": nobody ever meets both",
                  "remove one of the two, or put them below any");
      case ALWAYS_EITHER ->
          second
              .whole()
              .wrong(
                  "everybody always meets this or " + other,
                  "remove one of the two, or put them below all");
      case TWICE -> second.whole().wrong(other + " stands here again", "remove one of the two");
    }
  }

  private static @Nullable String id(Value root) {
    Value id = root.keys().get(SegmentShape.ID.name());
    return id != null && id.node() instanceof ScalarNode scalar && !scalar.getValue().isBlank()
        ? scalar.getValue()
        : null;
  }
}
