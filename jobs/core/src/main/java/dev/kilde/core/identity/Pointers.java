package dev.kilde.core.identity;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom an identifier points to at each instant: a function of the links it was seen with.
 *
 * <pre>
 *   links      A@10      B@12      A@15         (stated, one kind)
 *   points to  A   [..12)B   [12..15)A   [15..)   before the first: the first
 * </pre>
 *
 * <p>Of the links that began by an instant the one of greatest {@link #rank} counts: an inferred
 * one only while there is no other, then the strongest kind, then the latest, then the greatest
 * event id. From the link on with which the identifier was seen with more people than {@link
 * SharingLimit} allows it points to nobody; earlier links stand.
 *
 * @param runs the changes of target, by instant
 * @param best of all links the one of greatest rank; null: none
 * @param recent of the targets seen within the limit's span, when last
 * @param latest the greatest {@code since} of all links; null: none
 * @param sharedSince from when on it is nobody's; null: it is not shared
 * @param several whether there were links to more than one target
 */
public record Pointers(
    List<Run> runs,
    @Nullable Link best,
    Map<IdentifierKey, Instant> recent,
    @Nullable Instant latest,
    @Nullable Instant sharedSince,
    boolean several) {

  public static final Pointers NONE = new Pointers(List.of(), null, Map.of(), null, null, false);

  /**
   * A change of target.
   *
   * @param since from when on; the first also holds before
   * @param target null: nobody, as whom it pointed to then is no longer known
   * @param cause the event of the link that made it
   */
  public record Run(Instant since, @Nullable IdentifierKey target, EventId cause) {

    private Run toNobody() {
      return new Run(since, null, cause);
    }
  }

  /** Order in which links are taken; of two that differ in nothing else the better trusted last. */
  public static final Comparator<Link> IN_ORDER =
      Comparator.comparing(Link::since)
          .thenComparing(link -> new CanonicalOrder(link.since(), link.cause()))
          .thenComparing(link -> link.target().hash())
          .thenComparing(Link::trust, Comparator.reverseOrder());

  public Pointers {
    runs = List.copyOf(runs);
    recent = Map.copyOf(recent);
  }

  /**
   * The pointers that a set of links makes.
   *
   * @param weaker the kind of the identifier that points
   */
  public static Pointers of(IdentifierKind weaker, Collection<Link> links, IdentityRules rules) {
    return NONE.withAll(weaker, links, rules);
  }

  /** The same with more links, all of them later than those before. */
  public Pointers withAll(IdentifierKind weaker, Collection<Link> links, IdentityRules rules) {
    Pointers pointers = this;
    for (Link link : links.stream().sorted(IN_ORDER).toList()) {
      pointers = pointers.with(weaker, link, rules);
    }
    return pointers;
  }

  /** Which of several links that began by an instant counts: the greatest. */
  public static Comparator<Link> rank(IdentityRules rules) {
    return Comparator.comparing((Link link) -> link.trust() != Trust.INFERRED)
        .thenComparing(link -> rules.strength(link.target().kind()))
        .thenComparing(IN_ORDER);
  }

  /** The target at an instant; null: nobody. */
  public @Nullable IdentifierKey target(Instant instant) {
    return runs.isEmpty() || isSharedAt(instant) ? null : runs.get(placeAt(instant)).target();
  }

  /** Since when it has pointed to nobody at an instant at which it does; null: it always did. */
  public @Nullable Instant nobodysSince(Instant instant) {
    if (runs.isEmpty() || isSharedAt(instant)) {
      return runs.isEmpty() ? null : sharedSince;
    }
    int place = placeAt(instant);
    return place == 0 ? null : runs.get(place).since();
  }

  /** Whether it points to somebody at some time. */
  public boolean leadsToAnybody() {
    return runs.stream().anyMatch(run -> run.target() != null);
  }

  /** Whether it points to a target at some time. */
  public boolean leadsTo(IdentifierKey target) {
    return runs.stream().anyMatch(run -> target.equals(run.target()));
  }

  /** The place of the run in force at an instant, whether or not it is shared by then. */
  private int placeAt(Instant instant) {
    int place = runs.size() - 1;
    while (place > 0 && runs.get(place).since().isAfter(instant)) {
      place--;
    }
    return place;
  }

  /**
   * Whether the link says nothing that is not known, whatever the links before it: it points to the
   * only target there ever was, or begins when the identifier is nobody's.
   */
  public boolean knows(Link link) {
    return isSharedAt(link.since())
        || (isOnlyTarget(link)
            && !link.since().isBefore(runs.get(0).since())
            && IN_ORDER.compare(link, Objects.requireNonNull(best)) <= 0);
  }

  /** Whether the link is later than any before, so that {@link #with} may take it. */
  public boolean isNext(Link link) {
    return latest == null
        || link.since().isAfter(latest)
        || (isOnlyTarget(link) && IN_ORDER.compare(link, Objects.requireNonNull(best)) > 0);
  }

  /** Whether it points, trusted as much, to the only target there ever was. */
  private boolean isOnlyTarget(Link link) {
    return best != null
        && !several
        && best.target().equals(link.target())
        && (best.trust() == Trust.INFERRED) == (link.trust() == Trust.INFERRED);
  }

  /** Whether from this instant on nobody is pointed to. */
  public boolean isSharedAt(Instant instant) {
    return sharedSince != null && !instant.isBefore(sharedSince);
  }

  /** Whether both point to the same at every instant. */
  public boolean pointsAs(Pointers other) {
    return Objects.equals(sharedSince, other.sharedSince) && runs.equals(other.runs);
  }

  /** Whether both point to the same at every instant up to one, inclusive. */
  public boolean pointsAs(Pointers other, Instant upTo) {
    boolean shared = isSharedAt(upTo) || other.isSharedAt(upTo);
    return (!shared || Objects.equals(sharedSince, other.sharedSince))
        && runsUpTo(upTo).equals(other.runsUpTo(upTo));
  }

  private List<Run> runsUpTo(Instant instant) {
    return runs.isEmpty() ? runs : runs.subList(0, placeAt(instant) + 1);
  }

  /**
   * The same, but where it pointed before {@code horizon} is no longer known.
   *
   * <pre>
   *   A [..12)B [12..15)A [15..)   before 13:   nobody [..13)B [13..15)A [15..)
   * </pre>
   */
  public Pointers forgetBefore(Instant horizon) {
    if (runs.isEmpty() || !runs.get(0).since().isBefore(horizon)) {
      return this;
    }
    int place = placeAt(horizon);
    Run then = runs.get(place);
    List<Run> next = new ArrayList<>(List.of(runs.get(0).toNobody()));
    add(next, new Run(horizon, then.target(), then.cause()));
    next.addAll(runs.subList(place + 1, runs.size()));
    return new Pointers(next, best, recent, latest, sharedSince, true);
  }

  /**
   * The same without the links to a target that began up to an instant. To whom else those led that
   * did not count beside them is no longer known: where they counted, it points to nobody.
   *
   * <pre>
   *   A [..12)B [12..15)A [15..)   without B:   A [..12)nobody [12..15)A [15..)
   * </pre>
   */
  public Pointers without(IdentifierKey target, Instant upTo) {
    if (!several) {
      boolean all = best != null && best.target().equals(target) && !isAfter(latest, upTo);
      return all ? NONE : this;
    }
    List<Run> next = new ArrayList<>();
    for (Run run : runs) {
      add(next, target.equals(run.target()) && !isAfter(run.since(), upTo) ? run.toNobody() : run);
    }
    Map<IdentifierKey, Instant> seen = new HashMap<>(recent);
    seen.computeIfPresent(target, (key, last) -> isAfter(last, upTo) ? last : null);
    Link rest = best;
    if (rest != null && rest.target().equals(target) && !isAfter(rest.since(), upTo)) {
      rest = null;
    }
    if (rest != null) {
      add(next, new Run(rest.since(), rest.target(), rest.cause()));
    }
    return new Pointers(next, rest, seen, latest, sharedSince, true);
  }

  private static boolean isAfter(@Nullable Instant instant, Instant upTo) {
    return instant != null && instant.isAfter(upTo);
  }

  /** One more run, where it is a change. */
  private static void add(List<Run> runs, Run next) {
    if (runs.isEmpty() || !Objects.equals(runs.get(runs.size() - 1).target(), next.target())) {
      runs.add(next);
    }
  }

  /**
   * The same with one more link, in order.
   *
   * @param weaker the kind of the identifier that points
   * @param link {@linkplain #isNext no earlier} than any before
   */
  public Pointers with(IdentifierKind weaker, Link link, IdentityRules rules) {
    if (isSharedAt(link.since())) {
      return this;
    }
    Map<IdentifierKey, Instant> seen = seenBy(weaker, link, rules);
    if (tooMany(weaker, seen, link, rules)) {
      return new Pointers(runs, best, Map.of(), link.since(), link.since(), true);
    }
    boolean wins = best == null || rank(rules).compare(best, link) < 0;
    return new Pointers(
        wins ? runsWith(link) : runs,
        wins ? link : best,
        seen,
        link.since(),
        sharedSince,
        several || (best != null && !best.target().equals(link.target())));
  }

  private List<Run> runsWith(Link link) {
    if (!runs.isEmpty() && link.target().equals(runs.get(runs.size() - 1).target())) {
      return runs;
    }
    List<Run> next = new ArrayList<>(runs);
    if (!next.isEmpty() && isReplacedBy(link, next.get(next.size() - 1), next.size())) {
      next.remove(next.size() - 1); // at one instant the last word counts
    }
    add(next, new Run(link.since(), link.target(), link.cause()));
    return next;
  }

  /** What was before the first run of all that are known does not become the next one's. */
  private static boolean isReplacedBy(Link link, Run last, int runs) {
    return last.since().equals(link.since()) && (runs > 1 || last.target() != null);
  }

  private Map<IdentifierKey, Instant> seenBy(
      IdentifierKind weaker, Link link, IdentityRules rules) {
    SharingLimit limit = rules.limit(weaker);
    if (limit == null) {
      return Map.of();
    }
    Map<IdentifierKey, Instant> seen = new HashMap<>(recent);
    seen.put(link.target(), link.since());
    Instant from = link.since().minus(limit.within());
    seen.values().removeIf(at -> !at.isAfter(from));
    return seen;
  }

  /** People are counted by one kind: somebody with an e-mail and a contact id is one. */
  private static boolean tooMany(
      IdentifierKind weaker, Map<IdentifierKey, Instant> seen, Link link, IdentityRules rules) {
    SharingLimit limit = rules.limit(weaker);
    return limit != null
        && seen.keySet().stream().filter(key -> key.kind() == link.target().kind()).count()
            > limit.atMost();
  }
}
