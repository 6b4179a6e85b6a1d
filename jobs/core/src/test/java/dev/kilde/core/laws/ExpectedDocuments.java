package dev.kilde.core.laws;

import dev.kilde.core.Catalogue;
import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Change;
import dev.kilde.core.score.Facts;
import dev.kilde.core.score.Judgement;
import dev.kilde.core.score.Subject;
import dev.kilde.core.score.Terms;
import dev.kilde.core.verdict.Instants;
import dev.kilde.core.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one person is to tell when nothing is late, found by walking every instant at which anything
 * can happen.
 *
 * @param at when it is told
 * @param profile null: the person is gone
 */
record ExpectedDocuments(Instant at, @Nullable Plain profile) {

  static List<ExpectedDocuments> of(
      ProfileId person,
      List<Change> changes,
      @Nullable Duration behaviour,
      @Nullable Duration purchases,
      Duration delay) {
    TreeSet<Instant> instants = new TreeSet<>();
    for (Change change : changes) {
      instants.add(change.effectiveAt());
      if (change instanceof Change.Put put) {
        Instant expiry = Oracle.expiry(put.event(), behaviour, purchases);
        if (expiry != null) {
          instants.add(expiry);
        }
      }
    }
    Map<EventId, Event> held = new LinkedHashMap<>();
    List<ExpectedDocuments> documents = new ArrayList<>();
    boolean stands = false;
    Instant due = null;
    Instant scoresDue = null;
    for (Instant now = instants.pollFirst(); now != null; now = instants.pollFirst()) {
      boolean changed = drop(held, changes, now);
      changed |= put(held, changes, now, behaviour, purchases);
      changed |= expire(held, now, behaviour, purchases);
      if (scoresDue != null && !scoresDue.isAfter(now)) {
        scoresDue = null;
        changed = true;
      }
      if (changed && due == null) {
        due = now.plus(delay);
        if (due.isAfter(now)) {
          instants.add(due);
        }
      }
      if (now.equals(due)) {
        due = null;
        if (!held.isEmpty() || stands) {
          stands = !held.isEmpty();
          Plain profile = stands ? Oracle.profile(person, held.values()) : null;
          documents.add(new ExpectedDocuments(now, profile));
          scoresDue = stands ? scoresHoldUntil(held.values(), now) : null;
          if (scoresDue != null) {
            instants.add(scoresDue);
          }
        }
      }
    }
    return documents.stream().filter(each -> !each.at().isAfter(Life.END)).toList();
  }

  /** When a document that tells of all this at an instant may be wrong about a score. */
  private static @Nullable Instant scoresHoldUntil(Collection<Event> held, Instant now) {
    List<Event> inOrder = held.stream().sorted(CanonicalOrder.OF_EVENTS).toList();
    Facts facts =
        new Facts() {
          @Override
          public <F> F get(Fact<F> fact) {
            F value = fact.empty();
            for (Event event : inOrder) {
              value = fact.concerns(event) ? fact.fold(value, event) : value;
            }
            return value;
          }
        };
    Subject who = new Subject(facts, Terms.DEFAULT, segment -> Verdict.lasting(false));
    Instant first = null;
    for (Judgement<?> judgement : Catalogue.JUDGEMENTS) {
      first = Instants.earliest(first, judgement.judge(who, now).holdsUntil());
    }
    return first;
  }

  private static boolean drop(Map<EventId, Event> held, List<Change> changes, Instant now) {
    boolean changed = false;
    for (Change change : changes) {
      if (change instanceof Change.Drop && change.effectiveAt().equals(now)) {
        changed |= held.remove(change.id()) != null;
      }
    }
    return changed;
  }

  /** What was put and dropped again at one instant was never there. */
  private static boolean put(
      Map<EventId, Event> held,
      List<Change> changes,
      Instant now,
      @Nullable Duration behaviour,
      @Nullable Duration purchases) {
    boolean changed = false;
    for (int i = 0; i < changes.size(); i++) {
      if (!(changes.get(i) instanceof Change.Put put) || !put.effectiveAt().equals(now)) {
        continue;
      }
      boolean taken = false;
      for (Change later : changes.subList(i, changes.size())) {
        taken |=
            later instanceof Change.Drop
                && later.effectiveAt().equals(now)
                && later.id().equals(put.id());
      }
      Event known = held.get(put.id());
      Event event = put.event();
      Instant expiry = Oracle.expiry(event, behaviour, purchases);
      boolean kept = expiry == null || expiry.isAfter(now);
      boolean counts =
          known == null
              || (!known.equals(event) && Oracle.counting(List.of(known, event)).equals(event));
      if (!taken && kept && counts) {
        held.put(event.id(), event);
        changed = true;
      }
    }
    return changed;
  }

  private static boolean expire(
      Map<EventId, Event> held,
      Instant now,
      @Nullable Duration behaviour,
      @Nullable Duration purchases) {
    return held.values()
        .removeIf(
            event -> {
              Instant expiry = Oracle.expiry(event, behaviour, purchases);
              return expiry != null && !expiry.isAfter(now);
            });
  }
}
