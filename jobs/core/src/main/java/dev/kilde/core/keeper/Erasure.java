package dev.kilde.core.keeper;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.Pointers;
import dev.kilde.core.identity.ProfileId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Forgetting a person at every identifier: the one that is the person forgets, and tells each
 * weaker one that came with it; that one forgets what went up, and tells its own weaker ones.
 *
 * <pre>
 *   request ──> e-mail ──> contact id: erased
 *                 ^           │ spread: e-mail, device, ... (a loop through the privacy topic)
 *                 └───────────┘
 * </pre>
 */
final class Erasure {

  private Erasure() {}

  /** Requests to all weaker identifiers that came with one. */
  static List<Effect> spread(
      String tenant,
      String request,
      Identifier target,
      List<Identifier> weaker,
      List<Span> spans,
      Instant at) {
    List<Effect> effects = new ArrayList<>();
    for (Identifier each : weaker) {
      effects.add(
          new Effect.Spread(
              tenant, requestTo(tenant, request, each, target), each, target, spans, at));
    }
    return effects;
  }

  /**
   * The times up to an instant, inclusive, at which a target was pointed to within some spans, as
   * was known at that instant: what was linked later is not of who was erased.
   */
  static List<Span> spansTo(
      Pointers pointers, IdentifierKey target, List<Span> within, Instant upTo) {
    List<Span> spans = new ArrayList<>();
    List<Pointers.Run> runs = pointers.runs();
    for (int i = 0; i < runs.size(); i++) {
      if (!target.equals(runs.get(i).target()) || runs.get(i).since().isAfter(upTo)) {
        continue;
      }
      Instant from = i == 0 ? null : runs.get(i).since();
      Instant to = i + 1 < runs.size() ? runs.get(i + 1).since() : null;
      Span somebodys = new Span(null, pointers.sharedSince());
      Span run = new Span(from, to).and(somebodys).upTo(upTo.plusMillis(1));
      for (Span limit : within.isEmpty() ? List.of(Span.ALWAYS) : within) {
        Span both = run.and(limit);
        if (!both.isEmpty()) {
          spans.add(both);
        }
      }
    }
    return spans;
  }

  /** The times up to an instant, inclusive, at which one that points to nobody then did so. */
  static Span ownSpan(Pointers pointers, Instant upTo) {
    return new Span(pointers.nobodysSince(upTo), null).upTo(upTo.plusMillis(1));
  }

  /** Who is meant after the request. */
  static ProfileId next(IdentifierKey self, String request) {
    return ProfileId.afterErasure(self, request);
  }

  private static String requestTo(
      String tenant, String request, Identifier weaker, Identifier target) {
    return requestOf(
        List.of(
            request,
            IdentifierKey.of(tenant, weaker).hash(),
            IdentifierKey.of(tenant, target).hash()));
  }

  /** The event id of a request that follows from others: the same parts, the same request. */
  static String requestOf(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return "erase-" + HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
