package dev.kilde.local.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start one server in a JVM of its own, the one this process runs on.
 *
 * @param name what the server is called in messages and its log file
 * @param lib the folder of jars that is its class path
 * @param jvm JVM flags
 * @param main the main class
 * @param arguments the main class's arguments
 * @param log where standard output and error go, appended
 */
record ServerCommand(
    String name, Path lib, List<String> jvm, String main, List<String> arguments, Path log) {

  /**
   * Without the optimising compiler a server is up for half the processor time (6.0 s against 2.9 s
   * for Elasticsearch), which counts more here than what it could do after an hour. Not for
   * TaskManagers: they do the work.
   */
  static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private static final String TETHER = "dev.kilde.tether.Tether";

  ServerCommand {
    jvm = List.copyOf(jvm);
    arguments = List.copyOf(arguments);
  }

  /** The command line. The server ends when this process does: see {@code Tether}. */
  List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(jvm);
    line.add("-cp");
    line.add(lib.resolve("*").toString());
    line.add(TETHER);
    line.add(main);
    line.addAll(arguments);
    return line;
  }
}
