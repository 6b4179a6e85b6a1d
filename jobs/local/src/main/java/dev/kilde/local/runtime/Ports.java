package dev.kilde.local.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses the TCP ports of one set of servers on the loopback interface; none twice. */
public final class Ports {

  /** The port number that stands for "any free one". */
  public static final int ANY = 0;

  // Below the range from which systems take the ports of outgoing connections: a server that is
  // stopped and started again must find its port still free.
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 500;

  private final Set<Integer> given = new HashSet<>();

  /** Nothing given yet. */
  public Ports() {}

  /**
   * Returns the wanted port, or a free one for {@link #ANY}.
   *
   * @param wanted 0 to 65535
   * @param server who asks, for the message
   * @param option what the user can set to get another port, for the message
   * @throws LocalServerException if the wanted port is taken
   */
  public synchronized int choose(int wanted, String server, String option) {
    if (wanted == ANY) {
      return free();
    }
    if (!given.add(wanted) || !isFree(wanted)) {
      throw new LocalServerException(
          "Port %d, wanted for %s, is taken. See who holds it with `ss -ltnp 'sport = :%d'` (macOS: `lsof -i :%d`) and stop that, or choose another port with %s (0: any free one)."
              .formatted(wanted, server, wanted, wanted, option));
    }
    return wanted;
  }

  private int free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (!given.contains(port) && isFree(port)) {
        given.add(port);
        return port;
      }
    }
    throw new LocalServerException(
        "No free port between %d and %d was found in %d attempts."
            .formatted(LOWEST, HIGHEST, ATTEMPTS));
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      // As servers do: a port in TIME_WAIT counts as free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
