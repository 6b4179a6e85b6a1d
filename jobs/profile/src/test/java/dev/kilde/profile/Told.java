package dev.kilde.profile;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.Link;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Change;
import dev.kilde.profile.keeper.KeeperInput;
import dev.kilde.schemas.record.IdentityChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of tenant {@code shop}, in words, instants in seconds from some start.
 *
 * <pre>
 *   put v1 to anna at 0            foreign v1 to bo at 5           drop v1 from anna at 5
 *   put e through d to anna at 9   link d to anna since 0 by v1 at 0
 *   linked d to anna by v1 at 0    refused d to bo by v2 at 5: untrusted
 * </pre>
 */
public final class Told {

  /** Everybody and everything tests speak of, whatever the kind. */
  private static final List<String> NAMES =
      List.of(
          "anna",
          "bo",
          "cleo",
          "person-0",
          "person-1",
          "person-2",
          "d",
          "d1",
          "d2",
          "d3",
          "anna@x.dk",
          "bo@x.dk",
          "card",
          "member",
          "+4532123456");

  private Told() {}

  /**
   * A message.
   *
   * @param start of time
   */
  public static String inWords(KeeperInput input, Instant start) {
    return inWords(name(input.key()), input.message(), start);
  }

  /**
   * A change.
   *
   * @param start of time
   */
  public static String inWords(IdentityChange change, Instant start) {
    String to = change.getTo() == null ? "" : " to " + name(change.getTo());
    String reason = change.getReason() == null ? "" : ": " + change.getReason();
    return change.getChange()
        + " "
        + name(change.getFrom())
        + to
        + " by "
        + change.getEventId()
        + at(start, change.getAt())
        + reason;
  }

  private static String inWords(String whom, Message message, Instant start) {
    String at = at(start, message.at());
    if (message instanceof Message.Moved moved) {
      String what = moved.id().id() + through(moved.source());
      return moved.change() instanceof Change.Put put
          ? (put.claim().foreign() ? "foreign " : "put ") + what + " to " + whom + at
          : "drop " + what + " from " + whom + at;
    }
    if (message instanceof Message.Linked linked) {
      return (linked.believed() ? "link " : "doubtful link ")
          + whom
          + inWords(linked.link(), start)
          + at;
    }
    if (message instanceof Message.Retracted retracted) {
      return "retract "
          + whom
          + inWords(retracted.link(), start)
          + " because of "
          + retracted.because().id()
          + at;
    }
    return message.getClass().getSimpleName() + " " + message.id().id() + " to " + whom + at;
  }

  private static String inWords(Link link, Instant start) {
    return " to "
        + name(link.target().hash())
        + " since "
        + seconds(start, link.since())
        + " by "
        + link.cause().id();
  }

  private static String through(@Nullable IdentifierKey source) {
    return source == null ? "" : " through " + name(source.hash());
  }

  private static String at(Instant start, Instant at) {
    return " at " + seconds(start, at);
  }

  private static String name(String hash) {
    for (IdentifierKind kind : IdentifierKind.values()) {
      for (String name : NAMES) {
        if (IdentifierKey.of("shop", Identifier.of(kind, name)).hash().equals(hash)) {
          return name;
        }
      }
    }
    return hash;
  }

  private static long seconds(Instant start, Instant at) {
    return Duration.between(start, at).toSeconds();
  }
}
