package dev.kilde.clock;

import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.options.InvalidOptionsException;
import dev.kilde.options.OptionValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The job's options, parsed once.
 *
 * @param interval between two ticks
 * @param partitionsRefresh how soon a new partition is noticed
 * @param checkpointInterval between the beginnings of two checkpoints
 */
record ClockOptions(
    KafkaConnection kafka,
    Duration interval,
    Duration partitionsRefresh,
    Duration checkpointInterval) {

  /**
   * Reads the options from arguments ({@code --key value}, {@code --config FILE}), environment and
   * file.
   *
   * @throws InvalidOptionsException with everything that is wrong
   */
  static ClockOptions parse(String[] arguments, Map<String, String> environment)
      throws InvalidOptionsException {
    OptionValues values =
        new OptionValues(
            List.of(ClockOption.values()), ClockOption.VARIABLE_PREFIX, arguments, environment);
    ClockOptions options =
        new ClockOptions(
            new KafkaConnection(
                values.text(ClockOption.KAFKA_BOOTSTRAP_SERVERS),
                values.text(ClockOption.KAFKA_TOPIC_PREFIX),
                values.propertiesFrom(ClockOption.KAFKA_CONFIG_FILE)),
            values.duration(ClockOption.TICK_INTERVAL),
            values.duration(ClockOption.TICK_PARTITIONS_REFRESH),
            values.duration(ClockOption.CHECKPOINT_INTERVAL));
    if (!values.errors().isEmpty()) {
      throw new InvalidOptionsException("clock", ClockOption.REFERENCE, values.errors());
    }
    return options;
  }
}
