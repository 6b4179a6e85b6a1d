package dev.kilde.core.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GrowingTest {

  @Example
  void oneMoreLeavesTheFirstAsItWas() {
    List<String> first = Growing.with(List.of("a"), "b");
    List<String> second = Growing.with(first, "c");
    List<String> other = Growing.with(first, "d");

    assertThat(first).containsExactly("a", "b");
    assertThat(second).containsExactly("a", "b", "c");
    assertThat(other).containsExactly("a", "b", "d");
    assertThatThrownBy(() -> first.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> first.add("x")).isInstanceOf(UnsupportedOperationException.class);
  }

  /** Any of the lists there are grows, also one that has grown before. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void everyListStaysWhatACopyWouldBe(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Integer>> growing = new ArrayList<>(List.of(List.of()));
    List<List<Integer>> copies = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < 30; i++) {
      int which = random.nextInt(3) == 0 ? random.nextInt(growing.size()) : growing.size() - 1;
      growing.add(Growing.with(growing.get(which), i));
      List<Integer> copy = new ArrayList<>(copies.get(which));
      copy.add(i);
      copies.add(copy);
    }
    assertThat(growing).isEqualTo(copies);
  }
}
