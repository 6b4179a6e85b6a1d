package dev.kilde.index;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.flink.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/** The options as given, read into types; what is wrong is collected, not thrown. */
final class OptionValues {
  private final Map<IndexOption, String> values = new EnumMap<>(IndexOption.class);
  private final List<String> errors = new ArrayList<>();

  /**
   * Collects what is given; an argument outweighs the environment, the environment the file.
   *
   * @param arguments {@code --key value}, {@code --config FILE} among them
   */
  OptionValues(String[] arguments, Map<String, String> environment) {
    Map<String, String> given = arguments(arguments);
    @Nullable String file = given.remove("config");
    if (file != null) {
      properties(file).forEach((key, value) -> take(key, value, "in " + file));
    }
    for (IndexOption option : IndexOption.values()) {
      String value = environment.get(option.variable());
      if (value != null) {
        values.put(option, value.strip());
      }
    }
    given.forEach((key, value) -> take(key, value, "on the command line"));
  }

  private Map<String, String> arguments(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int at = 0; at < arguments.length; at += 2) {
      String name = arguments[at];
      if (!name.startsWith("--") || at + 1 == arguments.length) {
        errors.add("'" + name + "' on the command line: options are written --key value");
        break;
      }
      given.put(name.substring(2), arguments[at + 1]);
    }
    return given;
  }

  private void take(String key, String value, String where) {
    Optional<IndexOption> option =
        Arrays.stream(IndexOption.values()).filter(known -> known.key().equals(key)).findFirst();
    if (option.isPresent()) {
      values.put(option.get(), value.strip());
    } else {
      errors.add(key + " " + where + " is no option of this job");
    }
  }

  private Map<String, String> properties(String file) {
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of(file))) {
      read.load(in);
    } catch (IOException | IllegalArgumentException e) {
      errors.add("the file " + file + " cannot be read: " + e);
    }
    Map<String, String> properties = new HashMap<>();
    read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
    return properties;
  }

  /** All that is wrong so far. */
  List<String> errors() {
    return errors;
  }

  void error(IndexOption option, String what) {
    errors.add(option.key() + " " + what);
  }

  String text(IndexOption option) {
    String value = values.getOrDefault(option, option.usual().orElse(""));
    if (value.isEmpty() && option.usual().isEmpty()) {
      error(option, "must be given");
    }
    return value;
  }

  Optional<String> optional(IndexOption option) {
    return Optional.of(text(option)).filter(value -> !value.isEmpty());
  }

  List<String> list(IndexOption option) {
    return Arrays.stream(text(option).split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** A whole number between {@code least} and {@code most}. */
  long number(IndexOption option, long least, long most) {
    String value = text(option);
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    error(option, "must be a whole number from " + least + " to " + most + ", not '" + value + "'");
    return least;
  }

  /** A duration of at least a millisecond: {@code 500ms}, {@code 10s}, {@code 5m}, {@code 1h}. */
  Duration duration(IndexOption option) {
    String value = text(option);
    try {
      Duration duration = TimeUtils.parseDuration(value);
      if (duration.toMillis() >= 1 && duration.toMillis() <= Integer.MAX_VALUE) {
        return duration;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // Told below.
    }
    error(option, "must be a duration such as 500ms, 10s or 5m, at most 24 d, not '" + value + "'");
    return Duration.ofSeconds(1);
  }

  Map<String, String> propertiesFrom(IndexOption option) {
    return optional(option).map(this::properties).orElse(Map.of());
  }

  /** What the supplier makes; null, and an error noted, if it refuses. */
  <T> @Nullable T made(String of, Supplier<T> supplier) {
    try {
      return supplier.get();
    } catch (IllegalArgumentException e) {
      errors.add(of + ": " + e.getMessage());
      return null;
    }
  }
}
