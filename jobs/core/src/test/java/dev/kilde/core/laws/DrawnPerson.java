package dev.kilde.core.laws;

import dev.kilde.core.Known;
import dev.kilde.core.SomeTerms;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.score.Facts;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.Terms;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;

/** Somebody drawn, judged at any instant without new input. */
final class DrawnPerson {

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Copenhagen"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"));

  private final Facts facts;
  private final Terms terms;

  /** When the person enters and leaves other segments, alternately. */
  private final TreeSet<Instant> moves = new TreeSet<>();

  /** One for all instants: what it has worked out of the facts stays right. */
  private final Subject subject;

  private Instant now = Instant.EPOCH;

  DrawnPerson(SplittableRandom random) {
    facts = Known.of(DrawnPast.events(random));
    terms = SomeTerms.in(ZONES.get(random.nextInt(ZONES.size())));
    for (int left = random.nextInt(5); left > 0; left--) {
      moves.add(DrawnPast.instant(random));
    }
    subject = new Subject(facts, terms, this::in);
  }

  /** Good until asked for another instant. */
  Subject at(Instant instant) {
    now = instant;
    return subject;
  }

  /** The same person, of whom no more is known than is read. */
  Subject at(Instant instant, Reads reads) {
    now = instant;
    Function<String, Verdict<Boolean>> segments =
        id -> {
          if (!reads.segments().contains(id)) {
            throw new AssertionError("asked for segment " + id + " and does not say so");
          }
          return in(id);
        };
    return new Subject(known(reads.facts(), reads.tracked()), terms, segments);
  }

  private Facts known(Set<Fact<?>> whole, Set<String> tracked) {
    Visits visits =
        new Visits(
            facts.get(Visits.FACT).all().stream()
                .filter(visit -> tracked.contains(visit.name()))
                .toList());
    return new Facts() {
      @Override
      @SuppressWarnings("unchecked") // visits are what that fact holds
      public <F> F get(Fact<F> fact) {
        if (whole.contains(fact)) {
          return facts.get(fact);
        }
        return fact == (Object) Visits.FACT ? (F) visits : fact.empty();
      }
    };
  }

  private Verdict<Boolean> in(String id) {
    boolean odd = moves.headSet(now, true).size() % 2 == 1;
    return new Verdict<>(odd == (id.length() % 2 == 0), moves.higher(now));
  }
}
