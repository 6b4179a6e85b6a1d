package dev.kilde.core.keeper;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.verdict.Instants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long is kept what only keeps links away: until they would be too late anyway. */
record TiesRetention(Retention retention) {

  /** So long links that were taken back stay: an erasure of then may ask who it was. */
  static final Duration KEPT_AFTER_REQUEST = Duration.ofDays(1);

  /** The ties without what is past; what was taken back stays as long as an erasure does. */
  Ties expire(Ties ties, Instant now) {
    Ties next =
        ties.withRefused(
            ties.refused().stream()
                .filter(told -> !Instants.isPast(retention.expiryOfLink(told.since()), now))
                .toList());
    Instant from = next.linksFrom();
    if (from != null && Instants.isPast(retention.expiryOfLink(from), now)) {
      next = next.withLinksFrom(null);
    }
    List<Ties.TakenBack> back =
        next.takenBack().stream().filter(each -> !Instants.isPast(expiryOf(each), now)).toList();
    return next.erased().isEmpty() && !back.equals(next.takenBack())
        ? next.withLetGo(next.counting(each -> true)).withTakenBack(back)
        : next; // an erasure come again finds it done
  }

  /** The earliest expiry after {@code now}, or earlier; null: none. */
  @Nullable Instant next(Ties ties, Instant now) {
    Instant from = ties.linksFrom();
    Instant next = from == null ? null : retention.expiryOfLink(from);
    for (Ties.Refused told : ties.refused()) {
      next = Instants.earliest(next, retention.expiryOfLink(told.since()));
    }
    for (Ties.TakenBack back : ties.takenBack()) {
      Instant expiry = expiryOf(back);
      next = Instants.isPast(expiry, now) ? next : Instants.earliest(next, expiry);
    }
    return next;
  }

  /** When links that are taken back are gone, and new ones of then too late; null: never. */
  private @Nullable Instant expiryOf(Ties.TakenBack back) {
    Instant tooLate = retention.expiryOfLink(back.upTo());
    Instant gone = back.upTo().plus(KEPT_AFTER_REQUEST);
    return tooLate == null || tooLate.isAfter(gone) ? tooLate : gone;
  }
}
