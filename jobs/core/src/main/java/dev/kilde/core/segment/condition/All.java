package dev.kilde.core.segment.condition;

import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Conditions;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.List;

/** {@code all: [..]}: every one of these is true. */
public record All(List<Condition> parts, Reads reads) implements Condition {

  public static final Kind<Condition> KIND =
      new Kind<>(
          "all",
          "True where every one of these is true.",
          new Shape.ListOf<>(Conditions.SHAPE, 1).as(All::new));

  public All {
    parts = List.copyOf(parts);
  }

  public All(List<Condition> parts) {
    this(parts, Reads.together(parts.stream().map(Condition::reads).toList()));
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return Verdict.all(parts.stream().map(part -> part.judge(who, now)).toList());
  }

  @Override
  public String words() {
    return "all of";
  }

  @Override
  public String actual(Subject who, Instant now) {
    long held = parts.stream().filter(part -> part.judge(who, now).value()).count();
    return held + " of " + parts.size() + " true";
  }
}
