package dev.kilde.local.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory that new processes can take, in megabytes.
 *
 * @param megabytes free or reclaimable now; empty where the system does not tell
 */
public record AvailableMemory(OptionalLong megabytes) {

  private static final long MEGABYTE = 1024 * 1024;

  /** Looks at {@code /proc/meminfo} and the limits of the container (Linux). */
  public static AvailableMemory now() {
    return read(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
  }

  static AvailableMemory read(Path meminfo, Path cgroup) {
    OptionalLong machine = machineMegabytes(meminfo);
    OptionalLong limit = number(cgroup.resolve("memory.max"));
    OptionalLong used = number(cgroup.resolve("memory.current"));
    if (limit.isEmpty() || used.isEmpty()) {
      return new AvailableMemory(machine);
    }
    long container = Math.max(0, limit.getAsLong() - used.getAsLong()) / MEGABYTE;
    return new AvailableMemory(OptionalLong.of(Math.min(container, machine.orElse(container))));
  }

  /**
   * Passes where the system does not tell.
   *
   * @param needed megabytes
   * @throws LocalServerException if there is less
   */
  public void require(long needed) {
    if (megabytes.isPresent() && megabytes.getAsLong() < needed) {
      throw new LocalServerException(
          "Kafka, Elasticsearch and Flink need %d MB of memory, %d MB are available. Close other programs, give the container more, or lower the TaskManager's share."
              .formatted(needed, megabytes.getAsLong()));
    }
  }

  private static OptionalLong machineMegabytes(Path meminfo) {
    try (Stream<String> lines = Files.lines(meminfo)) {
      return lines
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    } catch (IOException | NumberFormatException unknown) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong number(Path file) {
    try {
      return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException unknown) {
      // No such limit: another system, or the word "max".
      return OptionalLong.empty();
    }
  }
}
