package dev.kilde.local.runtime;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A built checkout of Kilde: where the servers' jars and the base configuration are.
 *
 * @param root the repository's root folder, absolute
 */
public record Installation(Path root) {

  /** System property that names the repository's root; set by the launcher. */
  public static final String HOME = "kilde.home";

  /**
   * The root named by {@link #HOME}, else the nearest folder above the working folder that is one.
   *
   * @throws LocalServerException if there is none
   */
  public static Installation find() {
    String home = System.getProperty(HOME);
    Path start = Path.of(home == null ? "" : home).toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("flink-conf/config.yaml"))) {
        return new Installation(folder);
      }
    }
    throw new LocalServerException(
        "No checkout of Kilde at or above %s (looked for flink-conf/config.yaml). Start with ./kilde from the checkout, or set -D%s."
            .formatted(start, HOME));
  }

  /** Where the demo's servers work: {@code .kilde} in the root. */
  public Path workspace() {
    return root.resolve(".kilde");
  }

  /** The base of the local cluster's Flink configuration. */
  public Path flinkConf() {
    return root.resolve("flink-conf");
  }

  /**
   * The folder with a server's {@code lib}.
   *
   * @param server {@code kafka}, {@code elasticsearch} or {@code flink}
   * @throws LocalServerException if it has not been built
   */
  public Path server(String server) {
    Path home = root.resolve(Path.of("jobs", "local", "servers", server, "target", "home"));
    if (!Files.isDirectory(home.resolve("lib"))) {
      throw new LocalServerException(
          "The jars of %s are not in %s. Build them with `mvn package -DskipTests` in %s, or start with ./kilde, which does."
              .formatted(server, home.resolve("lib"), root));
    }
    return home;
  }
}
