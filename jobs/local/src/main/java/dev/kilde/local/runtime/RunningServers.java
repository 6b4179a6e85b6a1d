package dev.kilde.local.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Every process started for one purpose, so that all of them end together: on {@link #close}, and
 * when this JVM is told to end (Ctrl-C, SIGTERM), even half way through starting. Where this JVM is
 * killed outright, the servers' tether ends them.
 */
public final class RunningServers implements AutoCloseable {

  private final List<ServerProcess> processes = new ArrayList<>();
  private final Object stopping = new Object();
  private final Thread hook = new Thread(this::stopAll, "stop-servers");
  private boolean closed;

  /** None yet. */
  public RunningServers() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts one more process.
   *
   * @throws LocalServerException if it cannot be started or everything is being stopped already
   */
  synchronized ServerProcess start(ServerCommand command) {
    if (closed) {
      throw new LocalServerException(command.name() + " is not started: everything is stopping.");
    }
    processes.removeIf(process -> !process.isAlive());
    ServerProcess process = ServerProcess.start(command);
    processes.add(process);
    return process;
  }

  /** Whether the servers are being stopped or have been: their end is then no failure. */
  public synchronized boolean isClosed() {
    return closed;
  }

  /** Stops all at once and returns when all are gone. Does nothing the second time. */
  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyShuttingDown) {
      // Then the hook is running, and finds nothing left to stop.
    }
  }

  private void stopAll() {
    // Whoever comes second waits until the first is through.
    synchronized (stopping) {
      List<Thread> stops = closeAndTake().stream().map(RunningServers::stopping).toList();
      for (Thread stop : stops) {
        join(stop);
      }
    }
  }

  private synchronized List<ServerProcess> closeAndTake() {
    closed = true;
    List<ServerProcess> taken = List.copyOf(processes);
    processes.clear();
    return taken;
  }

  private static Thread stopping(ServerProcess process) {
    Thread thread = new Thread(process::stop, "stop-" + process.name());
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException hurry) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
