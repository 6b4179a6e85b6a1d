package dev.kilde.core.person;

import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What time alone has changed. */
final class Flipped {

  private Flipped() {}

  /**
   * The conditions without parts that are at an instant what they were not just before, in words.
   */
  static List<String> words(Condition condition, Subject who, Instant now) {
    List<String> words = new ArrayList<>();
    collect(condition, who, now, words);
    return words;
  }

  private static void collect(Condition condition, Subject who, Instant now, List<String> words) {
    if (condition.parts().isEmpty()) {
      boolean is = condition.judge(who, now).value();
      if (condition.judge(who, now.minusMillis(1)).value() != is) {
        words.add((is ? "" : "no longer: ") + condition.words());
      }
    }
    condition.parts().forEach(part -> collect(part, who, now, words));
  }
}
