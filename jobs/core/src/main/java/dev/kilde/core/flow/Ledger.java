package dev.kilde.core.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * What a person is in the middle of, and was sent: that which no event tells, and which therefore
 * goes along when one person turns out to be another.
 *
 * <pre>
 *   device  ledger{cart/c1 at step 2, sent step 1} ──┐
 *                                                    ├─> contact  ledger{cart/c1 at step 2, sent step 1}
 *   contact ledger{cart/c1 at step 1} ───────────────┘
 * </pre>
 *
 * <p>Journeys match by flow and entry key, sent steps also by step, cap slots by trigger: nobody
 * gets a step twice, and no message is counted twice.
 *
 * @param journeys at most one of a flow and entry key
 * @param sentSteps at most one of a flow, entry key and step
 * @param capSlots at most one of a trigger
 */
public record Ledger(List<Journey> journeys, List<SentStep> sentSteps, List<CapSlot> capSlots) {

  public static final Ledger EMPTY = new Ledger(List.of(), List.of(), List.of());

  /** Of one journey in two places the one that got further in time counts. */
  private static final Comparator<Journey> BY_JOURNEY =
      Comparator.comparing(Journey::flow)
          .thenComparing(Journey::entryKey)
          .thenComparing(Ledger::nextAt, Comparator.reverseOrder())
          .thenComparing(Journey::enteredAt)
          .thenComparing(Journey::version)
          .thenComparing(Journey::step);

  private static final Comparator<SentStep> BY_STEP =
      Comparator.comparing(SentStep::flow)
          .thenComparing(SentStep::entryKey)
          .thenComparing(SentStep::step)
          .thenComparing(SentStep::at)
          .thenComparing(SentStep::triggerId);

  private static final Comparator<CapSlot> BY_TRIGGER =
      Comparator.comparing(CapSlot::triggerId)
          .thenComparing(CapSlot::at)
          .thenComparing(CapSlot::channel)
          .thenComparing(CapSlot::messageClass);

  public Ledger {
    journeys = List.copyOf(journeys);
    sentSteps = List.copyOf(sentSteps);
    capSlots = List.copyOf(capSlots);
  }

  public boolean isEmpty() {
    return journeys.isEmpty() && sentSteps.isEmpty() && capSlots.isEmpty();
  }

  /** Both together; which of the two is asked makes no difference. */
  public Ledger with(Ledger other) {
    return new Ledger(
        firstOfEach(journeys, other.journeys, BY_JOURNEY, Journey::isSameAs),
        firstOfEach(sentSteps, other.sentSteps, BY_STEP, SentStep::isSameAs),
        firstOfEach(
            capSlots, other.capSlots, BY_TRIGGER, (a, b) -> a.triggerId().equals(b.triggerId())));
  }

  private static <T> List<T> firstOfEach(
      List<T> these, List<T> those, Comparator<T> order, BiPredicate<T, T> same) {
    List<T> merged = new ArrayList<>();
    for (T next : Stream.concat(these.stream(), those.stream()).sorted(order).toList()) {
      if (merged.isEmpty() || !same.test(merged.get(merged.size() - 1), next)) {
        merged.add(next);
      }
    }
    return merged;
  }

  private static long nextAt(Journey journey) {
    return journey.nextAt() == null ? Long.MAX_VALUE : journey.nextAt().toEpochMilli();
  }
}
