package dev.kilde.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Catalogue;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.shape.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A condition that says it excludes another is never true with it, of nobody at no instant: or
 * right definitions would be refused. All kinds in the catalogue are tried.
 */
class WhatExcludesIsNeverBothTest {

  private static final int PEOPLE = 150;
  private static final int DRAWN = 40;

  @Test
  void conditionsThatExcludeEachOtherAreNeverBothTrue() {
    Set<String> excluding = new HashSet<>();
    for (int seed = 0; seed < PEOPLE; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      DrawnPerson person = new DrawnPerson(random);
      Instant now = DrawnPast.instant(random).plus(Duration.ofDays(random.nextInt(20)));
      for (Kind<Condition> kind : Catalogue.CONDITIONS) {
        List<Condition> drawn = new ArrayList<>();
        for (int i = 0; i < DRAWN; i++) {
          drawn.add(new DrawnArguments(random).draw(kind.shape()));
        }
        if (tryAll(drawn, person, now)) {
          excluding.add(kind.key());
        }
      }
    }
    assertThat(excluding).contains("contact", "did", "purchased", "engaged");
  }

  /** Whether any excludes another while one of them is true. */
  private static boolean tryAll(List<Condition> drawn, DrawnPerson person, Instant now) {
    boolean any = false;
    for (Condition one : drawn) {
      for (Condition other : drawn) {
        if (one.excludes(other)) {
          boolean first = one.judge(person.at(now), now).value();
          boolean second = other.judge(person.at(now), now).value();
          assertThat(first && second).as("%s and %s", one, other).isFalse();
          any = any || first || second;
        }
      }
    }
    return any;
  }
}
