package dev.kilde.profile.state;

import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Permissions.Permission;
import java.io.IOException;
import java.time.Instant;

/** {@link Permissions}; since version 2 with what came before the newest word. */
public final class PermissionsFormat implements Format<Permissions> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 2;
  }

  @Override
  public void write(Permissions permissions, StateWriter out) throws IOException {
    out.list(
        permissions.all(),
        said -> {
          out.text(said.channel());
          out.text(said.purpose());
          out.constant(said.status());
          out.instant(said.at());
          out.flag(said.subscribed());
          out.flag(said.confirmed());
          out.instant(said.grantedSince());
        });
  }

  @Override
  public Permissions read(int version, StateReader in) throws IOException {
    return new Permissions(in.list(() -> version == 1 ? newestWord(in) : permission(in)));
  }

  private static Permission permission(StateReader in) throws IOException {
    return new Permission(
        in.text(),
        in.text(),
        in.constant(PermissionStatus.values()),
        in.instant(),
        in.flag(),
        in.flag(),
        in.optionalInstant());
  }

  /** Nothing before it is known. */
  private static Permission newestWord(StateReader in) throws IOException {
    String channel = in.text();
    String purpose = in.text();
    PermissionStatus status = in.constant(PermissionStatus.values());
    Instant at = in.instant();
    return new Permission(
        channel,
        purpose,
        status,
        at,
        status != PermissionStatus.REVOKED,
        false,
        status == PermissionStatus.GRANTED ? at : null);
  }
}
