package dev.kilde.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KildeTest {

  private final StringWriter err = new StringWriter();
  private final CommandLine kilde =
      Kilde.commandLine().setErr(new PrintWriter(err)).setOut(new PrintWriter(err));

  @Test
  void aMisspeltCommandIsAUsageError() {
    assertThat(kilde.execute("sevrers")).isEqualTo(64);
    assertThat(err.toString()).contains("sevrers");
  }

  @Test
  void noCommandIsAUsageError() {
    assertThat(kilde.execute()).isEqualTo(64);
    assertThat(err.toString()).contains("Usage: kilde");
  }

  @Test
  void aMisspeltOptionOfACommandIsAUsageError() {
    assertThat(kilde.execute("servers", "--kafka-prot", "0")).isEqualTo(64);
    assertThat(err.toString()).contains("--kafka-prot");
  }

  @Test
  void anOptionThatIsMissingIsAUsageError() {
    assertThat(kilde.execute("explain", "--out", "anywhere")).isEqualTo(64);
    assertThat(err.toString()).contains("--profile");
  }

  @Test
  void anExpectedFailureIsAMessageWithoutAStackTrace(@TempDir Path folder) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      int code = kilde.execute("servers", "--folder", folder.toString(), "--kafka-port", port);

      assertThat(code).isEqualTo(1);
      assertThat(err.toString()).contains("Port " + port, "Kafka", "--kafka-port");
      assertThat(err.toString()).doesNotContain("\tat ");
    }
  }
}
