package dev.kilde.profile.state;

import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Permissions.Permission;
import java.io.IOException;

/** {@link Permissions}. */
public final class PermissionsFormat implements Format<Permissions> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
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
        });
  }

  @Override
  public Permissions read(int version, StateReader in) throws IOException {
    return new Permissions(
        in.list(
            () ->
                new Permission(
                    in.text(), in.text(), in.constant(PermissionStatus.values()), in.instant())));
  }
}
