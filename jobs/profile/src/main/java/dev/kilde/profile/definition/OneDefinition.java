package dev.kilde.profile.definition;

import dev.kilde.core.definition.Limits;
import dev.kilde.core.score.Scoring;
import dev.kilde.core.score.ScoringShape;
import dev.kilde.core.segment.Segment;
import dev.kilde.core.segment.SegmentShape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One definition by itself, as it is published.
 *
 * @param value null: something is wrong with it
 * @param problems empty: nothing is
 */
public record OneDefinition<T>(@Nullable T value, List<Problem> problems) {

  public OneDefinition {
    problems = List.copyOf(problems);
  }

  /** A segment; whether others it refers to exist is not asked. */
  public static OneDefinition<Segment> segment(String name, String yaml) {
    return read(
        name,
        yaml,
        root -> {
          Segment segment = new ShapeReader().read(SegmentShape.SHAPE, root);
          return segment == null ? null : segment.withContent(Written.of(root.node()));
        });
  }

  public static OneDefinition<Scoring> scoring(String name, String yaml) {
    return read(name, yaml, root -> new ShapeReader().read(ScoringShape.SHAPE, root));
  }

  public static OneDefinition<Limits> limits(String name, String yaml) {
    return read(name, yaml, LimitsReader::read);
  }

  /** What is wrong first, with place and remedy; empty: nothing is. */
  public Optional<String> mistake() {
    return problems.stream().sorted().findFirst().map(Problem::toString);
  }

  private static <T> OneDefinition<T> read(
      String name, String yaml, Function<Value, @Nullable T> reading) {
    Problems problems = new Problems(name);
    Node root = YamlText.parse(yaml.getBytes(StandardCharsets.UTF_8), problems);
    if (root == null && problems.isEmpty()) {
      problems.addToWhole("there is nothing", "write a definition");
    }
    T value =
        root == null || !problems.isEmpty()
            ? null
            : reading.apply(new Value("the definition", root, problems));
    return new OneDefinition<>(problems.isEmpty() ? value : null, problems.all());
  }
}
