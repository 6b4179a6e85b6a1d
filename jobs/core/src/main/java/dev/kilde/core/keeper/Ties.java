package dev.kilde.core.keeper;

import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.Pointers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an identifier is tied to, and no longer may be. Most have none.
 *
 * @param pointers whom it points to: by the links kept, on top of {@code letGo}
 * @param letGo what the links made that are no longer kept; all of them began earlier
 * @param linksFrom links that began earlier are not taken; null: all are that retention allows
 * @param runsFrom whom it pointed to earlier is no longer known, and what occurred then is not
 *     taken; null: all is known
 * @param takenBack links that do not count
 * @param erased spans in which it pointed to somebody who was erased
 * @param erasedUpTo until when, inclusive, its own person was erased; null: it never was
 * @param refused what was refused and told of, the latest last
 */
public record Ties(
    Pointers pointers,
    Pointers letGo,
    @Nullable Instant linksFrom,
    @Nullable Instant runsFrom,
    List<TakenBack> takenBack,
    List<Span> erased,
    @Nullable Instant erasedUpTo,
    List<Refused> refused) {

  public static final Ties NONE =
      new Ties(Pointers.NONE, Pointers.NONE, null, null, List.of(), List.of(), null, List.of());

  /** Of one identifier; so many are told of once, further ones again. */
  private static final int MOST_REFUSED = 32;

  /**
   * Links to a target that no longer count.
   *
   * @param upTo when that was asked for: those that began then or earlier
   */
  public record TakenBack(IdentifierKey target, Instant upTo) {}

  /**
   * A link that does not count, and was told of.
   *
   * @param since when it began
   */
  public record Refused(IdentifierKey target, Instant since) {}

  public Ties {
    takenBack = List.copyOf(takenBack);
    erased = List.copyOf(erased);
    refused = List.copyOf(refused);
  }

  boolean isTakenBack(IdentifierKey target, Instant since) {
    return takenBackAt(target, since) != null;
  }

  /** The first request by which links to a target that began then do not count; null: they do. */
  @Nullable Instant takenBackAt(IdentifierKey target, Instant since) {
    return takenBack.stream()
        .filter(back -> back.target().equals(target) && !back.upTo().isBefore(since))
        .map(TakenBack::upTo)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether anything was taken back by a request of this instant or a later one. */
  boolean isTakenBackSince(Instant request) {
    return takenBack.stream().anyMatch(back -> !back.upTo().isBefore(request));
  }

  /** Whether links did not count already when a request was made. */
  boolean isTakenBackBefore(Instant request, IdentifierKey target, Instant since) {
    Instant first = takenBackAt(target, since);
    return first != null && first.isBefore(request);
  }

  /** Whether what occurred then was of somebody erased. */
  boolean isErased(Instant instant) {
    return erased.stream().anyMatch(span -> span.holds(instant));
  }

  /** The span of somebody erased that an instant lies in; null: it lies in none. */
  @Nullable Span erasedAt(Instant instant) {
    return erased.stream().filter(span -> span.holds(instant)).findFirst().orElse(null);
  }

  /** What the links no longer kept make, but for those that were taken back. */
  Pointers counting(Predicate<TakenBack> which) {
    Pointers counting = letGo;
    for (TakenBack back : takenBack) {
      counting = which.test(back) ? counting.without(back.target(), back.upTo()) : counting;
    }
    return counting;
  }

  /** Whether a refusal to link to a target was told of. */
  boolean isRefused(IdentifierKey target) {
    return refused.stream().anyMatch(told -> told.target().equals(target));
  }

  Ties withPointers(Pointers next) {
    return new Ties(next, letGo, linksFrom, runsFrom, takenBack, erased, erasedUpTo, refused);
  }

  Ties withLetGo(Pointers next) {
    return new Ties(pointers, next, linksFrom, runsFrom, takenBack, erased, erasedUpTo, refused);
  }

  Ties withLinksFrom(@Nullable Instant from) {
    return new Ties(pointers, letGo, from, runsFrom, takenBack, erased, erasedUpTo, refused);
  }

  /** Whom it pointed to before an instant is no longer known. */
  Ties withRunsFrom(Instant from) {
    return new Ties(
        pointers.forgetBefore(from),
        letGo.forgetBefore(from),
        linksFrom,
        from,
        takenBack,
        erased,
        erasedUpTo,
        refused);
  }

  Ties withTakenBack(IdentifierKey target, Instant upTo) {
    List<TakenBack> next = new ArrayList<>(takenBack);
    TakenBack back = new TakenBack(target, upTo);
    if (!next.contains(back)) {
      next.add(back);
    }
    return withTakenBack(next);
  }

  Ties withTakenBack(List<TakenBack> next) {
    return new Ties(pointers, letGo, linksFrom, runsFrom, next, erased, erasedUpTo, refused);
  }

  /** Whether all of what occurred within some spans was of somebody erased. */
  boolean coversErased(List<Span> spans) {
    return spans.stream().allMatch(span -> erased.stream().anyMatch(known -> known.covers(span)));
  }

  Ties withErased(List<Span> spans) {
    List<Span> all = new ArrayList<>(erased);
    all.addAll(spans);
    return new Ties(
        pointers, letGo, linksFrom, runsFrom, takenBack, Span.union(all), erasedUpTo, refused);
  }

  Ties withErasedUpTo(Instant upTo) {
    Instant latest = erasedUpTo == null || erasedUpTo.isBefore(upTo) ? upTo : erasedUpTo;
    return new Ties(pointers, letGo, linksFrom, runsFrom, takenBack, erased, latest, refused);
  }

  Ties withRefused(Refused told) {
    List<Refused> next = new ArrayList<>(refused);
    next.add(told);
    return withRefused(next.subList(Math.max(0, next.size() - MOST_REFUSED), next.size()));
  }

  Ties withRefused(List<Refused> next) {
    return new Ties(pointers, letGo, linksFrom, runsFrom, takenBack, erased, erasedUpTo, next);
  }
}
