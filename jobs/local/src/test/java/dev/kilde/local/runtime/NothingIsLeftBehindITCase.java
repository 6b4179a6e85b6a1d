package dev.kilde.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.local.Kilde;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, told to end half way through starting its four servers. */
class NothingIsLeftBehindITCase {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path folder;
  private Process kilde;
  private List<ProcessHandle> servers;

  @BeforeEach
  void startHalfWay() throws Exception {
    kilde = start();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (kilde.children().count() < 4) {
      assertThat(kilde.isAlive()).isTrue();
      assertThat(System.nanoTime()).as("servers did not start in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
    servers = kilde.children().toList();
  }

  @AfterEach
  void killWhatIsLeft() {
    kilde.destroyForcibly();
    servers.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void whenToldToEnd() throws Exception {
    kilde.destroy();

    assertThat(kilde.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(kilde.exitValue()).isEqualTo(128 + 15);
    assertThat(servers).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void whenKilled() throws Exception {
    kilde.destroyForcibly();

    CompletableFuture.allOf(
            servers.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(servers).noneMatch(ProcessHandle::isAlive);
  }

  private Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String home = System.getProperty(Installation.HOME, "");
    File log = folder.resolve("kilde.out").toFile();
    return new ProcessBuilder(
            java,
            "-XX:+UseSerialGC",
            "-D" + Installation.HOME + "=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            Kilde.class.getName(),
            "servers",
            "--folder=" + folder.resolve("stack"),
            "--kafka-port=0",
            "--elasticsearch-port=0",
            "--flink-port=0")
        .redirectErrorStream(true)
        .redirectOutput(log)
        .start();
  }
}
