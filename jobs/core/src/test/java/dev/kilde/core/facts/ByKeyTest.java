package dev.kilde.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ByKeyTest {

  @Property(tries = 200)
  void holdsWhatAMapWouldAndNoCopyChangesAnother(
      @ForAll @Size(max = 600) List<@IntRange(max = 400) Integer> puts,
      @ForAll @IntRange(max = 300) int before) {
    TreeMap<String, Integer> expected = new TreeMap<>();
    for (int i = 0; i < before; i++) {
      expected.put(key(i * 3), -i);
    }
    ByKey<Integer> map = ByKey.of(expected);
    List<ByKey<Integer>> versions = new ArrayList<>(List.of(map));
    List<TreeMap<String, Integer>> expectations = new ArrayList<>(List.of(new TreeMap<>(expected)));
    for (int i = 0; i < puts.size(); i++) {
      map = map.with(key(puts.get(i)), i);
      expected.put(key(puts.get(i)), i);
      if (i % 50 == 0) {
        versions.add(map);
        expectations.add(new TreeMap<>(expected));
      }
    }
    assertThat(map.all()).containsExactlyEntriesOf(expected);
    for (int key = 0; key <= 1_000; key++) {
      assertThat(map.get(key(key))).isEqualTo(expected.get(key(key)));
    }
    for (int i = 0; i < versions.size(); i++) {
      assertThat(versions.get(i).all()).containsExactlyEntriesOf(expectations.get(i));
    }
  }

  private static String key(int number) {
    return "key-" + number;
  }
}
