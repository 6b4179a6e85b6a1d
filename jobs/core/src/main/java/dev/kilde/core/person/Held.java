package dev.kilde.core.person;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Versions;
import dev.kilde.core.identity.IdentifierKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is held under one event id: usually one claim; several while a correction is on its way, or
 * where two weaker identifiers brought events of one id.
 *
 * @param claims at most one of a source, at least one
 */
public record Held(List<Claim> claims) {

  private static final Comparator<Claim> COUNTS =
      Comparator.comparing(Claim::event, Versions.UNDER_ONE_ID)
          .thenComparing(claim -> !claim.foreign());

  /**
   * @throws IllegalArgumentException if nothing is held
   */
  public Held {
    claims = List.copyOf(claims);
    if (claims.isEmpty()) {
      throw new IllegalArgumentException("nothing is held");
    }
  }

  public static Held of(Claim claim) {
    return new Held(List.of(claim));
  }

  public EventId id() {
    return claims.get(0).id();
  }

  /** The claim whose content counts: the later {@code occurredAt}, then the greater hash. */
  public Claim counting() {
    return claims.size() == 1 ? claims.get(0) : claims.stream().max(COUNTS).orElseThrow();
  }

  /** The event that counts. */
  public Event event() {
    return counting().event();
  }

  /** How large the events are. */
  public long bytes() {
    return claims.stream()
        .mapToLong(claim -> claim.event().envelope().content().bytes().length)
        .sum();
  }

  public Instant occurredAt() {
    return event().occurredAt();
  }

  /** What a source claims; null: nothing. */
  public @Nullable Claim from(@Nullable IdentifierKey source) {
    for (Claim claim : claims) {
      if (Objects.equals(claim.source(), source)) {
        return claim;
      }
    }
    return null;
  }

  /** The same with the claim in place of what its source claimed before. */
  public Held with(Claim claim) {
    List<Claim> next = new ArrayList<>(claims);
    next.removeIf(known -> Objects.equals(known.source(), claim.source()));
    next.add(claim);
    return new Held(next);
  }

  /** The same without what the source claims; null: nothing is left. */
  public @Nullable Held without(@Nullable IdentifierKey source) {
    List<Claim> next = new ArrayList<>(claims);
    next.removeIf(known -> Objects.equals(known.source(), source));
    return next.isEmpty() ? null : new Held(next);
  }
}
