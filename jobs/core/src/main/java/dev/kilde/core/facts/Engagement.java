package dev.kilde.core.facts;

import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the person did with messages, and which addresses cannot be reached.
 *
 * @param tallies by {@code channel/kind}; machine opens and clicks are left out
 * @param unreachable addresses (e-mail, phone or device) a message bounced hard from; the channel's
 *     name where the event did not say which address
 */
public record Engagement(Map<String, Tally> tallies, Set<String> unreachable) {

  public static final Engagement NONE = new Engagement(Map.of(), Set.of());

  /**
   * How often and when last.
   *
   * @param count number of retained events
   * @param lastAt the latest of them
   */
  public record Tally(long count, Instant lastAt) {}

  /** The fold. */
  public static final Fact<Engagement> FACT =
      new Fact<>() {
        @Override
        public String name() {
          return "engagement";
        }

        @Override
        public Engagement empty() {
          return NONE;
        }

        @Override
        public boolean concerns(Event event) {
          return event instanceof Engaged engaged && weighs(engaged);
        }

        @Override
        public Engagement fold(Engagement before, Event event) {
          return event instanceof Engaged engaged && weighs(engaged)
              ? before.with(engaged)
              : before;
        }
      };

  /** Of one channel and kind; zero of what never happened has no tally. */
  public long count(String channel, EngagementKind kind) {
    Tally tally = tallies.get(key(channel, kind));
    return tally == null ? 0 : tally.count();
  }

  /** A scanner opens and clicks; that a machine reports a bounce makes it no less of a bounce. */
  private static boolean weighs(Engaged engaged) {
    return !engaged.machine()
        || (engaged.kind() != EngagementKind.OPENED && engaged.kind() != EngagementKind.CLICKED);
  }

  private static String key(String channel, EngagementKind kind) {
    return channel + "/" + kind.name().toLowerCase(Locale.ROOT);
  }

  private Engagement with(Engaged engaged) {
    Map<String, Tally> next = new TreeMap<>(tallies);
    next.merge(
        key(engaged.channel(), engaged.kind()),
        new Tally(1, engaged.occurredAt()),
        (before, one) -> new Tally(before.count() + 1, one.lastAt()));
    return new Engagement(
        next, engaged.kind() == EngagementKind.HARD_BOUNCED ? withBounced(engaged) : unreachable);
  }

  private Set<String> withBounced(Engaged engaged) {
    Set<String> bounced =
        engaged.envelope().identifiers().all().stream()
            .filter(identifier -> isAddressOn(engaged.channel(), identifier.kind()))
            .map(Identifier::value)
            .collect(Collectors.toCollection(TreeSet::new));
    if (bounced.isEmpty()) {
      bounced.add(engaged.channel());
    }
    bounced.addAll(unreachable);
    return bounced;
  }

  private static boolean isAddressOn(String channel, IdentifierKind kind) {
    return switch (channel) {
      case "email" -> kind == IdentifierKind.EMAIL;
      case "sms" -> kind == IdentifierKind.PHONE;
      case "push" -> kind == IdentifierKind.DEVICE_ID;
      default -> false; // post and ads reach an address no identifier names
    };
  }
}
