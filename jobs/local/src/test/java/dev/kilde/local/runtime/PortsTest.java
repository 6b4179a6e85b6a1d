package dev.kilde.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  private final Ports ports = new Ports();

  @Test
  void anyPortIsAFreeOneAndNeverTheSame() {
    int first = ports.choose(Ports.ANY, "one", "--one");
    int second = ports.choose(Ports.ANY, "two", "--two");

    assertThat(first).isBetween(20_000, 32_000).isNotEqualTo(second);
  }

  @Test
  void aTakenPortIsAnErrorThatNamesPortServerAndOption() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> ports.choose(port, "Kafka", "--kafka-port"))
          .isInstanceOf(LocalServerException.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("Kafka")
          .hasMessageContaining("--kafka-port");
    }
  }

  @Test
  void aPortWantedTwiceIsAnError() {
    int port = new Ports().choose(Ports.ANY, "one", "--one");
    ports.choose(port, "one", "--one");

    assertThatThrownBy(() -> ports.choose(port, "two", "--two"))
        .isInstanceOf(LocalServerException.class)
        .hasMessageContaining("two");
  }
}
