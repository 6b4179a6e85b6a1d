package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.shape.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * YAML read as a shape.
 *
 * @param value null: there are problems
 * @param problems {@code line:column: what; remedy}
 */
record Shaped<T>(@Nullable T value, List<String> problems) {

  private static final String FILE = "x.yaml";

  static <T> Shaped<T> read(Shape<T> shape, String yaml) {
    Problems problems = new Problems(FILE);
    T value = new ShapeReader().read(shape, value(yaml, problems));
    assertThat(value == null).isEqualTo(!problems.isEmpty());
    return new Shaped<>(
        value,
        problems.all().stream()
            .sorted()
            .map(problem -> problem.toString().substring(FILE.length() + 1))
            .toList());
  }

  static Value value(String yaml, Problems problems) {
    Node root = YamlText.parse(yaml.getBytes(StandardCharsets.UTF_8), problems);
    assertThat(problems.all()).isEmpty();
    return new Value("the file", Objects.requireNonNull(root), problems);
  }
}
