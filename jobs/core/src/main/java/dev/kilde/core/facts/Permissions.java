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

  public static final Permissions NONE = new Permissions(List.of());

  private static final Comparator<Permission> ORDER =
      Comparator.comparing(Permission::channel).thenComparing(Permission::purpose);

  /**
   * The newest word on one channel and purpose.
   *
   * @param at when it was said
   */
  public record Permission(String channel, String purpose, PermissionStatus status, Instant at) {}

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
    List<Permission> next = new ArrayList<>(all);
    next.removeIf(
        said -> said.channel().equals(change.channel()) && said.purpose().equals(change.purpose()));
    next.add(
        new Permission(
            change.channel(),
            change.purpose(),
            doubtful ? PermissionStatus.PENDING : change.status(),
            change.occurredAt()));
    next.sort(ORDER);
    return new Permissions(next);
  }

  private Permissions revokedOn(String channel, Instant at) {
    return new Permissions(
        all.stream()
            .map(
                said ->
                    said.channel().equals(channel)
                            && !said.purpose().equals(PROFILING)
                            && said.status() != PermissionStatus.REVOKED
                        ? new Permission(channel, said.purpose(), PermissionStatus.REVOKED, at)
                        : said)
            .toList());
  }
}
