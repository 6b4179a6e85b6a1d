package dev.kilde.profile.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Permissions.Permission;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PermissionsFormatTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void ofTheFirstVersionTheNewestWordIsAllThatIsKnown() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateWriter out = new StateWriter(new DataOutputStream(bytes));
    out.list(
        Arrays.asList(PermissionStatus.values()),
        status -> {
          out.text("email");
          out.text("newsletter");
          out.constant(status);
          out.instant(T);
        });

    StateReader in =
        new StateReader(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    Permissions read = new PermissionsFormat().read(1, in);

    assertThat(read.all())
        .containsExactly(
            new Permission("email", "newsletter", PermissionStatus.GRANTED, T, true, false, T),
            new Permission("email", "newsletter", PermissionStatus.PENDING, T, true, false, null),
            new Permission("email", "newsletter", PermissionStatus.REVOKED, T, false, false, null));
  }
}
