package dev.kilde.core.segment;

import static dev.kilde.core.segment.Contradiction.Sort.ALWAYS_EITHER;
import static dev.kilde.core.segment.Contradiction.Sort.NEVER_BOTH;
import static dev.kilde.core.segment.Contradiction.Sort.TWICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Written;
import dev.kilde.core.segment.condition.All;
import dev.kilde.core.segment.condition.Any;
import dev.kilde.core.segment.condition.Not;
import java.util.Arrays;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionTest {

  private static final Condition X = TestCondition.saying("x");
  private static final Condition Y = TestCondition.saying("y");

  @Test
  void aConditionAndItsOppositeAreNeverBothTrue() {
    Condition notX = new Not(X);

    assertThat(Contradiction.in(all(X, Y, notX)))
        .containsExactly(new Contradiction(NEVER_BOTH, X, notX));
    assertThat(Contradiction.in(all(notX, X)))
        .containsExactly(new Contradiction(NEVER_BOTH, notX, X));
  }

  @Test
  void oneOfThemIsAlwaysTrue() {
    Condition notX = new Not(X);

    assertThat(Contradiction.in(any(X, notX)))
        .containsExactly(new Contradiction(ALWAYS_EITHER, X, notX));
  }

  @Test
  void theSameTwiceIsToldOfEachRepetition() {
    assertThat(Contradiction.in(all(X, Y, X, X)))
        .extracting(Contradiction::sort)
        .containsExactly(TWICE, TWICE);
    assertThat(Contradiction.in(any(all(X, Y), all(X, Y))))
        .extracting(Contradiction::sort)
        .containsExactly(TWICE);
  }

  @Test
  void theTwoAreTheVeryObjectsOfTheList() {
    Condition again = TestCondition.saying("x");

    Contradiction told = Contradiction.in(all(X, again)).get(0);

    assertThat(told.first()).isSameAs(X);
    assertThat(told.second()).isSameAs(again);
  }

  @Test
  void contradictionsAreFoundHoweverDeep() {
    assertThat(Contradiction.in(new Not(any(Y, all(X, new Not(X))))))
        .extracting(Contradiction::sort)
        .containsExactly(NEVER_BOTH);
  }

  @Test
  void whatMayBeSoIsNotTold() {
    assertThat(Contradiction.in(all(X, Y))).isEmpty();
    assertThat(Contradiction.in(all(new Not(X), new Not(Y)))).isEmpty();
    assertThat(Contradiction.in(all(any(X, Y), new Not(X)))).isEmpty();
    assertThat(Contradiction.in(any(all(X, Y), all(new Not(X), Y)))).isEmpty();
    assertThat(Contradiction.in(new Not(new Not(X)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          contact: { field: country, is: DK }      | contact: { field: country, is: SE }
          contact: { field: country, is: DK }      | contact: { field: country, in: [SE, NO] }
          contact: { field: country, exists: false } | contact: { field: country, is: DK }
          contact: { field: city, exists: false }  | contact: { field: city, exists: true }
          purchased: { atMost: 0, within: 60d }    | purchased: { within: 60d }
          purchased: { atMost: 1 }                 | purchased: { atLeast: 2 }
          did: { event: searched, atMost: 2 }      | did: { event: searched, atLeast: 3 }
          engaged: { kind: clicked, atMost: 0 }    | engaged: { kind: clicked }
          """)
  void conditionsThatExcludeEachOtherContradict(String one, String other) {
    Condition first = Written.condition(one);
    Condition second = Written.condition(other);

    assertThat(Contradiction.in(all(first, second)))
        .containsExactly(new Contradiction(NEVER_BOTH, first, second));
    assertThat(Contradiction.in(all(second, first)))
        .containsExactly(new Contradiction(NEVER_BOTH, second, first));
    assertThat(Contradiction.in(any(first, second))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          contact: { field: interests, is: tents } | contact: { field: interests, is: maps }
          contact: { field: country, is: DK }      | contact: { field: city, is: SE }
          contact: { field: country, isNot: DK }   | contact: { field: country, isNot: SE }
          contact: { field: country, in: [DK, SE] } | contact: { field: country, in: [SE, NO] }
          contact: { field: country, exists: false } | contact: { field: country, isNot: DK }
          purchased: { atMost: 0, within: 60d }    | purchased: { within: 90d }
          purchased: { atMost: 0, channel: store } | purchased: { channel: online }
          purchased: { atMost: 1 }                 | purchased: { atLeast: 1 }
          purchased: { atMost: 0, total: { atLeast: 5 } } | purchased: { atLeast: 1 }
          did: { event: searched, atMost: 0 }      | did: { event: searched, searchTerm: tent }
          did: { event: searched, atMost: 0, within: 2d, window: calendar } | \
          did: { event: searched, within: 2d }
          engaged: { kind: clicked, atMost: 0 }    | engaged: { kind: opened }
          """)
  void conditionsThatMayBothBeTrueDoNot(String one, String other) {
    assertThat(Contradiction.in(all(Written.condition(one), Written.condition(other)))).isEmpty();
  }

  /** Whoever meets what, the list is as told. */
  @Property
  void whatIsToldIsSoForEverybody(
      @ForAll("conditions") Condition condition, @ForAll("people") Set<String> met) {
    for (Contradiction told : Contradiction.in(condition)) {
      boolean first = isTrue(told.first(), met);
      boolean second = isTrue(told.second(), met);
      switch (told.sort()) {
        case NEVER_BOTH -> assertThat(first && second).isFalse();
        case ALWAYS_EITHER -> assertThat(first || second).isTrue();
        case TWICE -> assertThat(first).isEqualTo(second);
      }
    }
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return conditions(3);
  }

  @Provide
  Arbitrary<Set<String>> people() {
    return Arbitraries.of("x", "y", "z").set();
  }

  private static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Condition> leaf = Arbitraries.of("x", "y", "z").map(TestCondition::saying);
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Condition> deeper = conditions(depth - 1);
    return Arbitraries.oneOf(
        leaf,
        deeper.map(Not::new),
        deeper.list().ofMinSize(1).ofMaxSize(3).map(All::new),
        deeper.list().ofMinSize(1).ofMaxSize(3).map(Any::new));
  }

  private static boolean isTrue(Condition condition, Set<String> met) {
    if (condition instanceof Not) {
      return !isTrue(condition.parts().get(0), met);
    }
    if (condition instanceof All) {
      return condition.parts().stream().allMatch(part -> isTrue(part, met));
    }
    if (condition instanceof Any) {
      return condition.parts().stream().anyMatch(part -> isTrue(part, met));
    }
    return met.contains(condition.words());
  }

  private static Condition all(Condition... parts) {
    return new All(Arrays.asList(parts));
  }

  private static Condition any(Condition... parts) {
    return new Any(Arrays.asList(parts));
  }
}
