package dev.kilde.core.segment.condition;

import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Conditions;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.List;

/** {@code not: ..}: the opposite of a condition. */
public record Not(Condition part) implements Condition {

  public static final Kind<Condition> KIND =
      new Kind<>("not", "True where the condition below it is not.", Conditions.SHAPE.as(Not::new));

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return Verdict.not(part.judge(who, now));
  }

  @Override
  public Reads reads() {
    return part.reads();
  }

  @Override
  public String words() {
    return "not";
  }

  @Override
  public String actual(Subject who, Instant now) {
    return part.judge(who, now).value() ? "it is true" : "it is not true";
  }

  @Override
  public List<Condition> parts() {
    return List.of(part);
  }
}
