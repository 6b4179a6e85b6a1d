package dev.kilde.core.facts;

import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.PermissionChanged;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.event.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be sent: the newest word on each channel and purpose.
 *
 * <p>A grant of inferred trust is {@code pending}: somebody says so, and it is yet to be confirmed;
 * it takes away no confirmed grant.
 *
 * <p>An unsubscribe or complaint revokes every purpose on its channel but {@code profiling}, until
 * a newer grant.
 *
 * @param all one per channel and purpose, ordered by channel, then purpose
 */
public record Permissions(List<Permission> all) {

  /** Consent to being profiled; no message is sent for it, so an unsubscribe leaves it alone. */
  public static final String PROFILING = "profiling";

  /** The broad purpose: its grant covers every other but {@link #PROFILING}. */
  public static final String MARKETING = "marketing";

  public static final Permissions NONE = new Permissions(List.of());

  private static final Comparator<Permission> ORDER =
      Comparator.comparing(Permission::channel).thenComparing(Permission::purpose);

  /**
   * The newest word on one channel and purpose, and what stands since it was last revoked.
   *
   * <pre>
   *   pending --- granted --- granted --- pending --- revoked --- granted
   *               | grantedSince, confirmed           | neither   | grantedSince
   * </pre>
   *
   * @param at when the newest word was said
   * @param subscribed whether it was ever granted or asked for
   * @param confirmed double opt-in: since it was last revoked, a grant came with proof of what
   *     completed the sign-up, or answered a pending one
   * @param grantedSince the first grant since it was last revoked; asking again takes nothing from
   *     it. Null: none
   */
  public record Permission(
      String channel,
      String purpose,
      PermissionStatus status,
      Instant at,
      boolean subscribed,
      boolean confirmed,
      @Nullable Instant grantedSince) {

    /** Whether messages of the purpose are written to somebody; nothing is for profiling. */
    public boolean isForMessages() {
      return !purpose.equals(PROFILING);
    }

    private static Permission first(PermissionChanged said, PermissionStatus status) {
      Permission unheard =
          new Permission(
              said.channel(),
              said.purpose(),
              PermissionStatus.REVOKED,
              said.occurredAt(),
              false,
              false,
              null);
      return unheard.then(status, said.occurredAt(), said.confirmed());
    }

    private Permission then(PermissionStatus next, Instant said, boolean proven) {
      return switch (next) {
        case GRANTED ->
            new Permission(
                channel,
                purpose,
                next,
                said,
                true,
                confirmed || proven || status == PermissionStatus.PENDING,
                grantedSince == null ? said : grantedSince);
        case PENDING -> new Permission(channel, purpose, next, said, true, confirmed, grantedSince);
        case REVOKED -> new Permission(channel, purpose, next, said, subscribed, false, null);
      };
    }
  }

  /** The fold. */
  public static final Fact<Permissions> FACT =
      new Fact<>() {
        @Override
        public String name() {
          return "permissions";
        }

        @Override
        public Permissions empty() {
          return NONE;
        }

        @Override
        public boolean concerns(Event event) {
          return event instanceof PermissionChanged
              || (event instanceof Engaged engaged && engaged.kind().revokes());
        }

        @Override
        public Permissions fold(Permissions before, Event event) {
          if (event instanceof PermissionChanged change) {
            return before.with(change);
          }
          return event instanceof Engaged engaged && engaged.kind().revokes()
              ? before.revokedOn(engaged.channel(), engaged.occurredAt())
              : before;
        }
      };

  public Permissions {
    all = List.copyOf(all);
  }

  public Optional<Permission> on(String channel, String purpose) {
    return all.stream()
        .filter(said -> said.channel().equals(channel) && said.purpose().equals(purpose))
        .findFirst();
  }

  /**
   * The grant that permits a purpose on a channel: its own, else that of {@link #MARKETING}, which
   * covers every purpose but {@link #PROFILING}. An explicit revocation of the purpose itself wins,
   * however old; what is pending covers nothing, and takes nothing away. Empty: not permitted.
   */
  public Optional<Permission> grant(String channel, String purpose) {
    Optional<Permission> own = on(channel, purpose);
    PermissionStatus said = own.map(Permission::status).orElse(PermissionStatus.PENDING);
    if (said != PermissionStatus.PENDING || purpose.equals(PROFILING)) {
      return own.filter(word -> word.status() == PermissionStatus.GRANTED);
    }
    return on(channel, MARKETING).filter(word -> word.status() == PermissionStatus.GRANTED);
  }

  /** Whether any purpose on the channel is granted. */
  public boolean grantedOn(String channel) {
    return all.stream()
        .anyMatch(
            said -> said.channel().equals(channel) && said.status() == PermissionStatus.GRANTED);
  }

  private boolean isGranted(String channel, String purpose) {
    return on(channel, purpose)
        .filter(said -> said.status() == PermissionStatus.GRANTED)
        .isPresent();
  }

  private Permissions with(PermissionChanged change) {
    boolean doubtful =
        change.status() == PermissionStatus.GRANTED && change.envelope().trust() == Trust.INFERRED;
    if (doubtful && isGranted(change.channel(), change.purpose())) {
      return this;
    }
    PermissionStatus status = doubtful ? PermissionStatus.PENDING : change.status();
    Permission word =
        on(change.channel(), change.purpose())
            .map(before -> before.then(status, change.occurredAt(), change.confirmed()))
            .orElseGet(() -> Permission.first(change, status));
    List<Permission> next = new ArrayList<>(all);
    next.removeIf(
        said -> said.channel().equals(change.channel()) && said.purpose().equals(change.purpose()));
    next.add(word);
    next.sort(ORDER);
    return new Permissions(next);
  }

  private Permissions revokedOn(String channel, Instant at) {
    return new Permissions(
        all.stream()
            .map(
                said ->
                    said.channel().equals(channel)
                            && said.isForMessages()
                            && said.status() != PermissionStatus.REVOKED
                        ? said.then(PermissionStatus.REVOKED, at, false)
                        : said)
            .toList());
  }
}
