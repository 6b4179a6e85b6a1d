package dev.kilde.core.segment.condition;

import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;

/**
 * {@code segment: other-id}: is in another segment. It flips when the other one does, so it is
 * exact where the other's verdict is.
 */
public record InSegment(String id) implements Condition {

  public static final Kind<Condition> KIND =
      new Kind<>(
          "segment",
          "True of whoever is in another segment, named by its id.",
          new Shape.Text("big-spenders").as(InSegment::new));

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return who.in(id);
  }

  @Override
  public Reads reads() {
    return Reads.ofSegment(id);
  }

  @Override
  public String words() {
    return "in segment " + id;
  }

  @Override
  public String actual(Subject who, Instant now) {
    return who.in(id).value() ? "is in it" : "is not in it";
  }
}
