package dev.kilde.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * A Flink configuration folder made from the base and what this machine needs otherwise, and the
 * JVM flags and options that Flink's start scripts derive from it.
 *
 * @param folder holds {@code config.yaml} and the logging configuration
 * @param options what stands in {@code config.yaml}
 */
record FlinkConf(Path folder, Configuration options) {

  /**
   * Writes the folder.
   *
   * @param base the folder of the base {@code config.yaml}
   * @param changes options that replace the base's
   */
  static FlinkConf write(Path base, Map<String, String> changes, Path folder) {
    Configuration options = GlobalConfiguration.loadConfiguration(base.toString());
    changes.forEach(options::setString);
    try {
      Files.createDirectories(folder);
      // Flink expects it.
      Files.createDirectories(Path.of(options.get(CoreOptions.TMP_DIRS)));
      Files.write(folder.resolve("config.yaml"), lines(options));
      LocalKafka.copyLogging(folder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return new FlinkConf(folder, options);
  }

  List<String> jobManagerFlags() {
    JobManagerProcessSpec memory = JobManagerProcessUtils.processSpecFromConfig(options);
    List<String> flags = flags(JobManagerProcessUtils.generateJvmParametersStr(memory, options));
    flags.add(ServerCommand.QUICK_START);
    return flags;
  }

  List<String> taskManagerFlags() {
    return flags(ProcessMemoryUtils.generateJvmParametersStr(taskManagerMemory()));
  }

  List<String> jobManagerArguments() {
    JobManagerProcessSpec memory = JobManagerProcessUtils.processSpecFromConfig(options);
    List<String> arguments =
        new ArrayList<>(List.of("--configDir", folder.toString(), "--executionMode", "cluster"));
    arguments.addAll(words(JobManagerProcessUtils.generateDynamicConfigsStr(memory)));
    return arguments;
  }

  /**
   * @param id the TaskManager's resource id
   */
  List<String> taskManagerArguments(String id) {
    List<String> arguments = new ArrayList<>(List.of("--configDir", folder.toString()));
    arguments.addAll(
        words(TaskExecutorProcessUtils.generateDynamicConfigsStr(taskManagerMemory())));
    arguments.addAll(List.of("-D", "taskmanager.resource-id=" + id));
    return arguments;
  }

  private TaskExecutorProcessSpec taskManagerMemory() {
    return TaskExecutorProcessUtils.processSpecFromConfig(options);
  }

  private List<String> flags(String memory) {
    List<String> flags = new ArrayList<>(words(memory));
    flags.add("-XX:+UseSerialGC");
    flags.add("-Dlog4j2.configurationFile=" + folder.resolve("log4j2.properties"));
    flags.addAll(words(options.get(CoreOptions.FLINK_JVM_OPTIONS)));
    return flags;
  }

  private static List<String> words(String line) {
    return Arrays.stream(line.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> lines(Configuration options) {
    return new TreeMap<>(options.toMap())
        .entrySet().stream()
            .map(option -> option.getKey() + ": '" + option.getValue().replace("'", "''") + "'")
            .toList();
  }
}
