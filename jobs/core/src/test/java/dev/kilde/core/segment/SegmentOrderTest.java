package dev.kilde.core.segment;

import static dev.kilde.core.segment.TestCondition.saying;
import static dev.kilde.core.segment.TestCondition.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kilde.core.segment.SegmentFault.Cycle;
import dev.kilde.core.segment.SegmentFault.LeftOut;
import dev.kilde.core.segment.SegmentFault.Unknown;
import dev.kilde.core.segment.condition.All;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SegmentOrderTest {

  @Test
  void eachComesAfterThoseItRefersToAndByIdOtherwise() {
    SegmentOrder order =
        order(referring("a", "z"), referring("z", "m", "b"), referring("m"), referring("b"));

    assertThat(order.placed()).extracting(Segment::id).containsExactly("b", "m", "z", "a");
    assertThat(order.faults()).isEmpty();
  }

  @Test
  void circlesAndUnknownOnesAndWhatDependsOnThemAreLeftOutWithAReason() {
    SegmentOrder order =
        order(
            referring("a"),
            referring("c", "a"),
            referring("d", "e", "a"),
            referring("e", "d"),
            referring("f", "gone"),
            referring("g", "a", "f"),
            referring("h", "g", "d"),
            referring("self", "self"));

    assertThat(order.placed()).extracting(Segment::id).containsExactly("a", "c");
    assertThat(order.faults())
        .containsExactly(
            new Cycle(List.of("d", "e", "d")),
            new Unknown("f", "gone"),
            new LeftOut("g", "f"),
            new LeftOut("h", "d"),
            new Cycle(List.of("self", "self")));
  }

  @Test
  void everySegmentInACircleIsInOneThatIsTold() {
    SegmentOrder order =
        order(
            referring("a", "b", "c"),
            referring("b", "a"),
            referring("c", "d"),
            referring("d", "a"));

    assertThat(order.faults())
        .containsExactly(new Cycle(List.of("a", "b", "a")), new Cycle(List.of("c", "d", "a", "c")));
  }

  @Test
  void aCircleIsToldByItsShortestWay() {
    SegmentOrder order = order(referring("a", "b", "c"), referring("b", "c"), referring("c", "a"));

    assertThat(order.faults())
        .containsExactly(new Cycle(List.of("a", "c", "a")), new Cycle(List.of("b", "c", "a", "b")));
  }

  @Test
  void faultsAreToldInWords() {
    assertThat(new Cycle(List.of("a", "b", "a")).words())
        .isEqualTo("segments refer to each other in a circle: a -> b -> a");
    assertThat(new Cycle(List.of("a", "a")).words()).isEqualTo("segment a refers to itself");
    assertThat(new Unknown("a", "b").words()).isEqualTo("there is no segment b");
    assertThat(new LeftOut("a", "b").words()).isEqualTo("segment b cannot be judged");
  }

  @Test
  void anIdStandsOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order(referring("a"), referring("a")))
        .withMessage("segment a twice");
  }

  @Property
  void everySegmentIsPlacedAfterItsReferencesOrHasAFault(
      @ForAll("graphs") Map<String, Set<String>> graph) {
    List<Segment> segments = new ArrayList<>();
    graph.forEach((id, references) -> segments.add(referring(id, references)));

    SegmentOrder order = new SegmentOrder(segments);

    Set<String> before = new HashSet<>();
    for (Segment segment : order.placed()) {
      assertThat(before).containsAll(graph.get(segment.id()));
      before.add(segment.id());
    }
    Set<String> faulty =
        order.faults().stream().map(SegmentFault::segment).collect(Collectors.toSet());
    order.faults().stream()
        .filter(Cycle.class::isInstance)
        .forEach(cycle -> faulty.addAll(((Cycle) cycle).path()));
    Set<String> others = new HashSet<>(graph.keySet());
    others.removeAll(before);
    assertThat(faulty).isEqualTo(others);
  }

  /** Six segments that refer to up to three of seven, one of which does not exist. */
  @Provide
  Arbitrary<Map<String, Set<String>>> graphs() {
    return Arbitraries.of("a", "b", "c", "d", "e", "f", "gone")
        .set()
        .ofMaxSize(3)
        .list()
        .ofSize(6)
        .map(
            references ->
                List.of(0, 1, 2, 3, 4, 5).stream()
                    .collect(Collectors.toMap(i -> "abcdef".substring(i, i + 1), references::get)));
  }

  private static SegmentOrder order(Segment... segments) {
    return new SegmentOrder(Arrays.asList(segments));
  }

  private static Segment referring(String id, String... references) {
    return referring(id, Set.of(references));
  }

  private static Segment referring(String id, Set<String> references) {
    Function<String, Condition> in = TestCondition::referringTo;
    List<Condition> parts = new ArrayList<>(references.stream().map(in).toList());
    parts.add(saying("anybody"));
    return segment(id, new All(parts));
  }
}
