package dev.kilde.core.segment.condition;

import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Permissions.Permission;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code permission: { channel, purpose, status }}: what the person said about a purpose on a
 * channel.
 *
 * @param status {@code GRANTED}: permitted, also by a grant that covers the purpose ({@link
 *     Permissions#grant}); else the newest word on exactly this purpose
 */
public record Permitted(String channel, String purpose, PermissionStatus status)
    implements Condition {

  private static final Field<String> CHANNEL =
      Field.required("channel", Channels.SHAPE, "On which channel.");

  private static final Field<String> PURPOSE =
      Field.required(
          "purpose",
          new Shape.Text("marketing"),
          "For what: newsletter, marketing, cart_reminders, reviews, profiling or one of the"
              + " tenant's own.");

  private static final Field<String> STATUS =
      Field.optional(
          "status",
          new Shape.Word(Arrays.stream(PermissionStatus.values()).map(Permitted::word).toList()),
          "granted (so if left out): permitted, for most purposes also by a grant for marketing;"
              + " pending or revoked: so it was said of exactly this purpose.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "permission",
          "True of whoever may be sent messages for a purpose on a channel.",
          new Shape.Mapping("a permission", List.of(CHANNEL, PURPOSE, STATUS)).as(Permitted::new));

  private Permitted(Arguments given) {
    this(
        given.need(CHANNEL),
        given.need(PURPOSE),
        PermissionStatus.valueOf(given.or(STATUS, "granted").toUpperCase(Locale.ROOT)));
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    Permissions permissions = who.get(Permissions.FACT);
    return Verdict.lasting(
        status == PermissionStatus.GRANTED
            ? permissions.grant(channel, purpose).isPresent()
            : permissions.on(channel, purpose).filter(said -> said.status() == status).isPresent());
  }

  @Override
  public Reads reads() {
    return Reads.of(Permissions.FACT);
  }

  @Override
  public String words() {
    return "permission for " + purpose + " by " + channel + " is " + word(status);
  }

  @Override
  public String actual(Subject who, Instant now) {
    Permissions permissions = who.get(Permissions.FACT);
    Optional<Permission> grant = permissions.grant(channel, purpose);
    return grant
        .or(() -> permissions.on(channel, purpose))
        .map(said -> said.purpose() + " " + word(said.status()) + " on " + said.at())
        .orElse("nothing said of " + purpose);
  }

  private static String word(PermissionStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
