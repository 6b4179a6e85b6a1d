package dev.kilde.core.segment;

import dev.kilde.core.score.Subject;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;

/** A condition that looks at something and says nothing of it. */
record TestCondition(String words, Reads reads) implements Condition {

  static TestCondition saying(String words) {
    return new TestCondition(words, Reads.NOTHING);
  }

  static TestCondition referringTo(String segment) {
    return new TestCondition("in " + segment, Reads.ofSegment(segment));
  }

  static Segment segment(String id, Condition where) {
    return new Segment(id, 1, id, where, null);
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return Verdict.lasting(false);
  }

  @Override
  public String actual(Subject who, Instant now) {
    return "nothing";
  }
}
