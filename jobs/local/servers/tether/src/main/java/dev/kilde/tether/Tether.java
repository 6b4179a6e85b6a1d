package dev.kilde.tether;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.Arrays;

/**
 * Runs another main class and ends this JVM when standard input ends.
 *
 * <p>Whoever starts a server holds the other end of its standard input. However that process dies,
 * {@code kill -9} included, the operating system closes the pipe: the server then runs its shutdown
 * hooks and exits. No pid files, nothing to sweep.
 */
public final class Tether {

  /** What a server gets to shut down in good order before its JVM is halted. */
  private static final Duration GRACE = Duration.ofSeconds(15);

  /** Exit status of a server whose starter went away. */
  private static final int STARTER_GONE = 75;

  private Tether() {}

  /**
   * Watches standard input and runs {@code arguments[0]} as the main class with the remaining
   * arguments.
   *
   * @throws IllegalArgumentException without a main class
   * @throws Throwable what the main class throws
   */
  public static void main(String[] arguments) throws Throwable {
    if (arguments.length == 0) {
      throw new IllegalArgumentException(
          "usage: " + Tether.class.getName() + " MAIN_CLASS [ARGUMENT...]");
    }
    daemon("tether", () -> endWith(System.in));
    Class<?> main = Class.forName(arguments[0]);
    MethodHandles.lookup()
        .findStatic(main, "main", MethodType.methodType(void.class, String[].class))
        .invokeExact(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static void endWith(InputStream starter) {
    awaitEnd(starter);
    daemon("tether-deadline", Tether::haltAfterGrace);
    System.exit(STARTER_GONE);
  }

  /** Returns when the stream has ended or broken. */
  static void awaitEnd(InputStream stream) {
    byte[] ignored = new byte[64];
    try {
      while (stream.read(ignored) >= 0) {
        // Nothing is ever said over this pipe.
      }
    } catch (IOException broken) {
      // A broken pipe is an ended one.
    }
  }

  private static void haltAfterGrace() {
    try {
      Thread.sleep(GRACE.toMillis());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(STARTER_GONE);
  }

  private static void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
