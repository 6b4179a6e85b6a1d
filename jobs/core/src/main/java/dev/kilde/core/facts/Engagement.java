package dev.kilde.core.facts;

import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the person did with messages, and which addresses cannot be reached.
 *
 * @param responses oldest first; machine opens and clicks are left out
 * @param unreachable addresses (e-mail, phone or device) a message bounced hard from; the channel's
 *     name where the event did not say which address
 */
public record Engagement(List<Response> responses, Set<String> unreachable) {

  public static final Engagement NONE = new Engagement(List.of(), Set.of());

  /**
   * What became of one message, once.
   *
   * @param channel {@code email}, {@code sms}, ...
   * @param messageId the sender's id of the message; null where not said
   */
  public record Response(
      Instant at, String channel, EngagementKind kind, @Nullable String messageId) {}

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

  /** How often on one channel. */
  public long count(String channel, EngagementKind kind) {
    return responses.stream()
        .filter(response -> response.kind() == kind && response.channel().equals(channel))
        .count();
  }

  /** A scanner opens and clicks; that a machine reports a bounce makes it no less of a bounce. */
  private static boolean weighs(Engaged engaged) {
    return !engaged.machine()
        || (engaged.kind() != EngagementKind.OPENED && engaged.kind() != EngagementKind.CLICKED);
  }

  private Engagement with(Engaged engaged) {
    Response response =
        new Response(engaged.occurredAt(), engaged.channel(), engaged.kind(), engaged.messageId());
    return new Engagement(
        Growing.with(responses, response),
        engaged.kind() == EngagementKind.HARD_BOUNCED ? withBounced(engaged) : unreachable);
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
