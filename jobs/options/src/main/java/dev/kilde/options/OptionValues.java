package dev.kilde.options;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.flink.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/** The options as given, read into types; what is wrong is collected, not thrown. */
public final class OptionValues {
  private final Map<JobOption, String> values = new HashMap<>();
  private final List<JobOption> known;
  private final List<String> errors = new ArrayList<>();

  /**
   * Collects what is given; an argument outweighs the environment, the environment the file.
   *
   * @param known every option of the job
   * @param variablePrefix what an environment variable that sets an option begins with
   * @param arguments {@code --key value}, {@code --config FILE} among them
   */
  public OptionValues(
      List<? extends JobOption> known,
      String variablePrefix,
      String[] arguments,
      Map<String, String> environment) {
    this.known = List.copyOf(known);
    Map<String, String> given = arguments(arguments);
    @Nullable String file = given.remove("config");
    if (file != null) {
      properties(file).forEach((key, value) -> take(key, value, "in " + file));
    }
    for (JobOption option : known) {
      String value = environment.get(option.variable(variablePrefix));
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
    Optional<? extends JobOption> option =
        known.stream().filter(one -> one.key().equals(key)).findFirst();
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
  public List<String> errors() {
    return errors;
  }

  public void error(JobOption option, String what) {
    errors.add(option.key() + " " + what);
  }

  public String text(JobOption option) {
    String value = values.getOrDefault(option, option.usual().orElse(""));
    if (value.isEmpty() && option.usual().isEmpty()) {
      error(option, "must be given");
    }
    return value;
  }

  public Optional<String> optional(JobOption option) {
    return Optional.of(text(option)).filter(value -> !value.isEmpty());
  }

  public List<String> list(JobOption option) {
    return Arrays.stream(text(option).split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** A whole number between {@code least} and {@code most}. */
  public long number(JobOption option, long least, long most) {
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

  /** A duration of at least a millisecond: {@code 500ms}, {@code 10s}, {@code 5m}, {@code 7d}. */
  public Duration duration(JobOption option) {
    String value = text(option);
    try {
      Duration duration = TimeUtils.parseDuration(value);
      if (duration.toMillis() >= 1) {
        return duration;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // Told below.
    }
    error(option, "must be a duration such as 500ms, 10s or 5m, not '" + value + "'");
    return Duration.ofSeconds(1);
  }

  public Map<String, String> propertiesFrom(JobOption option) {
    return optional(option).map(this::properties).orElse(Map.of());
  }

  /** One of an enum's constants, written in lower case with hyphens. */
  public <E extends Enum<E>> E choice(JobOption option, Class<E> type) {
    String value = text(option);
    for (E constant : type.getEnumConstants()) {
      if (written(constant).equals(value)) {
        return constant;
      }
    }
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(OptionValues::written)
            .collect(Collectors.joining(", "));
    error(option, "must be one of " + choices + ", not '" + value + "'");
    return type.getEnumConstants()[0];
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the supplier makes; null, and an error noted, if it refuses. */
  public <T> @Nullable T made(String of, Supplier<T> supplier) {
    try {
      return supplier.get();
    } catch (IllegalArgumentException e) {
      errors.add(of + ": " + e.getMessage());
      return null;
    }
  }
}
