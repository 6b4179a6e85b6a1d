package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

  private static final String SYNTAX =
      "; check indentation, quotes, brackets and colons here and on the line before";

  static Stream<Arguments> problems() {
    return Stream.of(
        arguments("a: b: c", "1:5: not YAML: mapping values are not allowed here" + SYNTAX),
        arguments("a: [1, 2", "1:9: not YAML: expected ',' or ']', but got <stream end>" + SYNTAX),
        arguments(
            "a:\n\tb: 1",
            "2:1: not YAML: a tab where something should begin; indent with spaces instead of"
                + " tabs"),
        arguments(
            "a: 1\nb: 2\na: 3",
            "3:1: key a stands here again; keep one of the two; the first is on line 1"),
        arguments(
            "a: [{ b: 1, b: 2 }]",
            "1:13: key b stands here again; keep one of the two; the first is on line 1"),
        arguments("? [a]\n: 1", "1:3: a key that is a list or a mapping; use text as the key"),
        arguments(
            "---\na: 1\n---\nb: 1",
            "3:1: a second document; one definition a file: split it at ---"),
        arguments(
            "a: !!java.lang.Runtime {}",
            "1:4: tag tag:yaml.org,2002:java.lang.Runtime; remove it, or put text that begins with"
                + " ! in quotes: definitions have no tags"),
        arguments("a: \u0007", "1:4: character U+0007, which YAML does not allow; remove it"),
        arguments(
            "æ: x\nø: å\u0000", "2:5: character U+0000, which YAML does not allow; remove it"),
        arguments(
            "%YAML 2.0\n---\na: 1",
            "1:1: not YAML: Version{major=2, minor=0}; check it with a YAML editor"),
        arguments(
            "a: 1\nb: \"\\U99999999\"",
            "2:2: not YAML: an escape that is no character, in what follows; check it with a YAML"
                + " editor"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void mistakesHaveAPlaceAndARemedy(String yaml, String expected) {
    assertThat(problemsOf(yaml)).containsExactly("x.yaml:" + expected);
  }

  @Test
  void anAliasBombIsRefusedBeforeItUnfolds() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      String use = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", use, use, use, use)));
    }
    assertThat(problemsOf(bomb.toString()))
        .hasSize(101)
        .contains(
            "x.yaml:1:5: anchor &a0; remove it, or put text that begins with & in quotes:"
                + " definitions have no anchors",
            "x.yaml:2:10: alias *a0; write the value out, or put text that begins with * in quotes:"
                + " definitions have no aliases")
        .last()
        .asString()
        .contains("more than 100 problems");
  }

  @Test
  void aValueThatContainsItselfIsRefused() {
    assertThat(problemsOf("a: &a [*a]")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void deepNestingIsRefusedAndDoesNotExhaustTheStack(String level) {
    assertThat(problemsOf(level.repeat(100_000)))
        .singleElement()
        .asString()
        .contains("nested more than 64 levels deep");
  }

  @Test
  void aFileOfTheGreatestLengthIsReadAndALongerOneIsNot() {
    String start = "a: ";
    String longest = start + "x".repeat(YamlText.MAX_BYTES - start.length());

    assertThat(problemsOf(longest)).isEmpty();
    assertThat(problemsOf(longest + "x"))
        .containsExactly(
            "x.yaml:1:1: longer than 512 KiB; split it, or remove what is not definitions");
  }

  @Test
  void bytesThatAreNotUtf8HaveAPlace() {
    Problems problems = new Problems("x.yaml");

    assertThat(YamlText.parse("a: 1\nbé: 2".getBytes(StandardCharsets.ISO_8859_1), problems))
        .isNull();

    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "x.yaml", 2, 2, "not UTF-8 text from here on", "save it with the encoding UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "~", "\uFEFF"})
  void nothingIsNoProblem(String yaml) {
    Problems problems = new Problems("x.yaml");

    assertThat(YamlText.parse(yaml.getBytes(StandardCharsets.UTF_8), problems)).isNull();
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: 1", "\uFEFFa: 1\r\nb: 2\r\n", "%YAML 1.2\n---\na: 1\n...\n", "a: '*x &y !z'"})
  void ordinaryYamlIsRead(String yaml) {
    Problems problems = new Problems("x.yaml");

    assertThat(YamlText.parse(yaml.getBytes(StandardCharsets.UTF_8), problems)).isNotNull();
    assertThat(problems.all()).isEmpty();
  }

  private static Stream<String> problemsOf(String yaml) {
    Problems problems = new Problems("x.yaml");
    Object root = YamlText.parse(yaml.getBytes(StandardCharsets.UTF_8), problems);
    // The key checks come last and leave the root to be read on.
    assertThat(root == null || problems.all().stream().allMatch(p -> p.what().contains("key")))
        .isTrue();
    return problems.all().stream().map(Problem::toString);
  }
}
