package dev.kilde.local.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits until servers that were started are of use. */
final class Startup {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private Startup() {}

  /**
   * Returns when all are healthy; they start at the same time.
   *
   * @param progress is told of each, in the order they come up
   * @throws LocalServerException as soon as one ends, or when time is up
   */
  static void await(
      List<? extends LocalServer> servers, Duration atMost, Consumer<String> progress) {
    long begin = System.nanoTime();
    List<LocalServer> pending = new ArrayList<>(servers);
    @Nullable Exception problem = null;
    while (!pending.isEmpty()) {
      servers.forEach(LocalServer::requireAlive);
      for (LocalServer server : List.copyOf(pending)) {
        try {
          if (server.isHealthy()) {
            pending.remove(server);
            progress.accept(
                "%s is up after %.1f s: %s"
                    .formatted(server.name(), seconds(begin), server.address()));
          }
        } catch (InterruptedException hurry) {
          throw interrupted(hurry);
        } catch (Exception notYet) {
          problem = notYet;
        }
      }
      if (!pending.isEmpty()) {
        if (seconds(begin) > atMost.toSeconds()) {
          throw late(pending.get(0), atMost, problem);
        }
        pause();
      }
    }
  }

  private static LocalServerException late(
      LocalServer server, Duration atMost, @Nullable Exception problem) {
    return new LocalServerException(
        "%s did not come up within %d s (last problem: %s). The end of its log, %s:%n%s"
            .formatted(
                server.name(),
                atMost.toSeconds(),
                problem,
                server.log(),
                LogTail.of(server.log())));
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException hurry) {
      throw interrupted(hurry);
    }
  }

  private static LocalServerException interrupted(InterruptedException hurry) {
    Thread.currentThread().interrupt();
    return new LocalServerException("Starting was interrupted.", hurry);
  }
}
