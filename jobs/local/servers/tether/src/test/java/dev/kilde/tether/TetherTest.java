package dev.kilde.tether;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TetherTest {

  /** A server that would run for ever; says goodbye through its shutdown hook. */
  static final class Forever {
    public static void main(String[] arguments) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("goodbye")));
      System.out.println("hello " + String.join(",", arguments));
      new CountDownLatch(1).await();
    }
  }

  @Test
  void theServerRunsWithItsArgumentsAndEndsInGoodOrderWhenStandardInputEnds() throws Exception {
    Process server = start(Forever.class.getName(), "a", "b");
    try (var out = server.inputReader()) {
      assertThat(out.readLine()).isEqualTo("hello a,b");
      assertThat(server.isAlive()).isTrue();

      server.getOutputStream().close();

      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(out.readLine()).isEqualTo("goodbye");
      assertThat(server.exitValue()).isEqualTo(75);
    } finally {
      server.destroyForcibly();
    }
  }

  private static Process start(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"));
    command.command().add(Tether.class.getName());
    command.command().addAll(List.of(arguments));
    return command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
