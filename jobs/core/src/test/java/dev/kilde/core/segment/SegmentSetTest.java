package dev.kilde.core.segment;

import static dev.kilde.core.Told.inCart;
import static dev.kilde.core.Told.line;
import static dev.kilde.core.Told.minute;
import static dev.kilde.core.segment.TestCondition.referringTo;
import static dev.kilde.core.segment.TestCondition.saying;
import static dev.kilde.core.segment.TestCondition.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kilde.core.Catalogue;
import dev.kilde.core.Told;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.segment.condition.All;
import dev.kilde.core.segment.condition.Not;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SegmentSetTest {

  private static final Told TOLD = Told.ofEmail("a@x.example");

  private static final List<Event> EVENTS =
      List.of(
          TOLD.viewed("1", minute(1), "tent"),
          TOLD.tracked("2", minute(2), "searched", null, null, null),
          TOLD.tracked("3", minute(3), "signed_in", null, null, null),
          TOLD.cart("4", minute(4), "cart", inCart("tent", "1", "100")),
          TOLD.order("5", minute(5), "order", OrderStatus.PLACED, line("tent", "1", "100")),
          TOLD.receipt("6", minute(6), "receipt", line("tent", "1", "100")),
          TOLD.said("7", minute(7), "email", "marketing", PermissionStatus.GRANTED),
          TOLD.engaged("8", minute(8), "email", EngagementKind.OPENED),
          TOLD.contact("9", minute(9), "DK", null, null, Map.of()));

  @Test
  void segmentsHaveOrdinalsInTheirOrder() {
    SegmentSet set = set(segment("a", referringTo("b")), segment("b", saying("anybody")));

    assertThat(set.inOrder()).extracting(Segment::id).containsExactly("b", "a");
    assertThat(set.ordinal("a")).isEqualTo(1);
    assertThat(set.get("a")).isSameAs(set.inOrder().get(1));
    assertThat(set.ordinal("c")).isEqualTo(-1);
    assertThat(set.get("c")).isNull();
  }

  @Test
  void faultySegmentsAreLeftOutAndReported() {
    SegmentSet.Result result =
        SegmentSet.of(List.of(segment("a", saying("anybody")), segment("b", referringTo("gone"))));

    assertThat(result.set()).isEqualTo(set(segment("a", saying("anybody"))));
    assertThat(result.faults()).containsExactly(new SegmentFault.Unknown("b", "gone"));
  }

  @Test
  void dependentsAreThoseThatReferToItAlsoByWayOfOthers() {
    SegmentSet set =
        set(
            segment("a", saying("anybody")),
            segment("b", new Not(referringTo("a"))),
            segment("c", new All(List.of(referringTo("b"), saying("anybody")))),
            segment("d", saying("anybody")));

    assertThat(ids(set, set.dependents(set.ordinal("a")))).containsExactly("b", "c");
    assertThat(ids(set, set.dependents(set.ordinal("b")))).containsExactly("c");
    assertThat(ids(set, set.dependents(set.ordinal("c")))).isEmpty();
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> set.dependents(-1));
  }

  @Test
  void whatIsAnsweredIsTheCallersOwn() {
    SegmentSet set =
        set(
            segment("a", new TestCondition("viewed", Reads.ofTracked("product_viewed"))),
            segment("b", referringTo("a")));

    set.dependents(0).clear();
    set.concernedBy(EVENTS.get(0)).clear();

    assertThat(ids(set, set.dependents(0))).containsExactly("b");
    assertThat(ids(set, set.concernedBy(EVENTS.get(0)))).containsExactly("a");
  }

  @Property
  void theIndexKnowsWhomAnEventConcernsAsEachSegmentDoes(@ForAll("reads") List<Reads> reads) {
    List<Segment> segments = new ArrayList<>();
    for (Reads each : reads) {
      segments.add(segment("s" + segments.size(), new TestCondition("looks", each)));
    }
    SegmentSet set = SegmentSet.of(segments).set();

    for (Event event : EVENTS) {
      List<String> asked =
          set.inOrder().stream()
              .filter(segment -> segment.where().reads().concerns(event))
              .map(Segment::id)
              .toList();
      assertThat(ids(set, set.concernedBy(event))).isEqualTo(asked);
    }
  }

  @Provide
  Arbitrary<List<Reads>> reads() {
    Arbitrary<Set<String>> names =
        Arbitraries.of("product_viewed", "searched", "cart_updated", "never").set().ofMaxSize(2);
    return Combinators.combine(Arbitraries.of(Catalogue.FACTS).set().ofMaxSize(2), names)
        .as((facts, tracked) -> new Reads(Set.copyOf(facts), tracked, Set.of()))
        .list()
        .ofMaxSize(12);
  }

  @Test
  void nobodyIsInNoSegments() {
    assertThat(SegmentSet.EMPTY.inOrder()).isEmpty();
    assertThat(SegmentSet.EMPTY.concernedBy(EVENTS.get(0)).isEmpty()).isTrue();
    assertThat(SegmentSet.EMPTY).isEqualTo(set());
  }

  private static SegmentSet set(Segment... segments) {
    return SegmentSet.of(List.of(segments)).set();
  }

  private static List<String> ids(SegmentSet set, BitSet ordinals) {
    return ordinals.stream().mapToObj(ordinal -> set.inOrder().get(ordinal).id()).toList();
  }
}
