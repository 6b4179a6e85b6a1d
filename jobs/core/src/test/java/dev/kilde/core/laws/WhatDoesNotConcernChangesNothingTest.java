package dev.kilde.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Catalogue;
import dev.kilde.core.Known;
import dev.kilde.core.SomeTerms;
import dev.kilde.core.event.Event;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** An event of which a condition says that it does not concern it leaves its verdict as it is. */
class WhatDoesNotConcernChangesNothingTest {

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void everyConditionIsJudgedAnewWhereItHasToBe(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Event> all = new ArrayList<>(DrawnPast.events(random));
    if (all.isEmpty()) {
      return;
    }
    Subject with = subject(all);
    Event event = all.remove(random.nextInt(all.size()));
    Subject without = subject(all);
    Instant now = DrawnPast.instant(random).plus(Duration.ofDays(random.nextInt(20)));
    for (Kind<Condition> kind : Catalogue.CONDITIONS) {
      Condition condition = new DrawnArguments(random).draw(kind.shape());
      if (!condition.concerns(event)) {
        assertThat(condition.judge(without, now))
            .as("%s without %s at %s", condition, event, now)
            .isEqualTo(condition.judge(with, now));
      }
    }
  }

  private static Subject subject(List<Event> events) {
    return new Subject(Known.of(events), SomeTerms.danish(), segment -> Verdict.lasting(false));
  }
}
