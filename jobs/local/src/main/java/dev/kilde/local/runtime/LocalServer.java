package dev.kilde.local.runtime;

import java.nio.file.Path;

/** A server of the local stack, from the moment its process is started. */
public interface LocalServer {

  /** What it is called in messages. */
  String name();

  /** Where its clients reach it: {@code host:port} or a URL. */
  String address();

  /** Where it writes its log. */
  Path log();

  /**
   * Does nothing while its processes run.
   *
   * @throws LocalServerException with the end of the log of one that ended
   */
  void requireAlive();

  /**
   * Whether it does its work.
   *
   * @throws Exception if it does not answer, or not as expected
   */
  boolean isHealthy() throws Exception;
}
