package dev.kilde.options;

import dev.kilde.connectors.kafka.RegistryConnection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The schema registry that a job's options name. */
public final class RegistryOptions {

  private RegistryOptions() {}

  /**
   * The registry; null: none is named, or something is wrong with it, which {@code values} then
   * tells.
   *
   * @param url where it is
   * @param authorizationFile a file with the value of its {@code Authorization} header
   */
  public static @Nullable RegistryConnection read(
      OptionValues values, JobOption url, JobOption authorizationFile) {
    String authorization =
        values
            .optional(authorizationFile)
            .map(file -> content(file, values, authorizationFile))
            .orElse(null);
    return values
        .optional(url)
        .map(
            at ->
                values.made(url.key(), () -> new RegistryConnection(URI.create(at), authorization)))
        .orElse(null);
  }

  private static String content(String file, OptionValues values, JobOption option) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      values.error(option, "cannot be read: " + e);
      return "";
    }
  }
}
