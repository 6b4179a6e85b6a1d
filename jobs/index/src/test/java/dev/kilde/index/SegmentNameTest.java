package dev.kilde.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentNameTest {

  static Stream<Arguments> named() {
    return Stream.of(
        Arguments.of(
            """
            segment: lapsed
            version: 1
            name: Bought a tent, quiet for 60 days
            where: { all: [ { purchased: { line: { category: tents } } } ] }
            """,
            "Bought a tent, quiet for 60 days"),
        Arguments.of("where: { name: other }\nname: 'It''s her'", "It's her"),
        Arguments.of("{ segment: [ name, no ], name: \"Bøger\" }", "Bøger"),
        Arguments.of("name: 2026", "2026"),
        Arguments.of("name: 'null'", "null"),
        Arguments.of("name: \"half \\ud83d\"", "half ?"));
  }

  @ParameterizedTest
  @MethodSource("named")
  void a_name_stands_at_the_top_of_the_definition(String yaml, String name) {
    assertThat(SegmentName.in(yaml)).contains(new SegmentName(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "segment: s",
        "name:",
        "name: null",
        "name: ~",
        "name: ' '",
        "name: [ a ]",
        "name: { a: b }",
        "segment: name",
        "{ where: { name: deep } }",
        "[ name, of a list ]",
        "[ a, name, of, a, list ]",
        "name",
        "? [ name ]\n: value",
        "? { a: b }\n: name\nsegment: s"
      })
  void many_definitions_have_no_name(String yaml) {
    assertThat(SegmentName.in(yaml)).contains(new SegmentName(null));
  }

  @Test
  void a_deletion_has_no_text_and_no_name() {
    assertThat(SegmentName.in(null)).contains(new SegmentName(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name: a\nwhere: [", "\tname: a", "name: \"\\U99999999\"", "name: 'a", "%name"})
  void what_is_no_yaml_is_no_definition(String text) {
    assertThat(SegmentName.in(text)).isEmpty();
  }

  @Test
  void a_hostile_text_is_no_definition_either() {
    assertThat(SegmentName.in("name: " + "x".repeat(600_000))).isEmpty();
    assertThat(SegmentName.in("[".repeat(500_000))).isEmpty();
  }
}
