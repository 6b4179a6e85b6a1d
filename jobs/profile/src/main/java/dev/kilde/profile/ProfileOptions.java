package dev.kilde.profile;

import dev.kilde.connectors.kafka.Delivery;
import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.connectors.kafka.KafkaInputs;
import dev.kilde.connectors.kafka.RegistryConnection;
import dev.kilde.options.InvalidOptionsException;
import dev.kilde.options.OptionValues;
import dev.kilde.profile.person.PersonSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The job's options, parsed once.
 *
 * @param registry null: no message is framed as Confluent's registry frames it
 * @param checkpointInterval between the beginnings of two checkpoints
 */
record ProfileOptions(
    KafkaConnection kafka,
    String groupId,
    KafkaInputs.Start start,
    Delivery delivery,
    String transactionalIdPrefix,
    @Nullable RegistryConnection registry,
    Time time,
    PersonSettings person,
    Duration checkpointInterval) {

  /** What moves event time. */
  enum TimeFrom {
    /** The ticks of the clock job. */
    TICKS,
    /** The events themselves: for topics that may not be written to. */
    EVENTS
  }

  /**
   * How event time moves.
   *
   * @param outOfOrderness how long after it occurred an event may be written and still be on time
   * @param idleness with time from events, how long a silent partition holds time back
   * @param maxDrift how far one partition may run ahead of the slowest
   */
  record Time(TimeFrom from, Duration outOfOrderness, Duration idleness, Duration maxDrift) {}

  /**
   * Reads the options from arguments ({@code --key value}, {@code --config FILE}), environment and
   * file.
   *
   * @throws InvalidOptionsException with everything that is wrong
   */
  static ProfileOptions parse(String[] arguments, Map<String, String> environment)
      throws InvalidOptionsException {
    OptionValues values =
        new OptionValues(
            List.of(ProfileOption.values()), ProfileOption.VARIABLE_PREFIX, arguments, environment);
    ProfileOptions options =
        new ProfileOptions(
            new KafkaConnection(
                values.text(ProfileOption.KAFKA_BOOTSTRAP_SERVERS),
                values.text(ProfileOption.KAFKA_TOPIC_PREFIX),
                values.propertiesFrom(ProfileOption.KAFKA_CONFIG_FILE)),
            values.text(ProfileOption.KAFKA_GROUP_ID),
            values.choice(ProfileOption.KAFKA_START, KafkaInputs.Start.class),
            values.choice(ProfileOption.KAFKA_DELIVERY, Delivery.class),
            values.text(ProfileOption.KAFKA_TRANSACTION_PREFIX),
            registry(values),
            new Time(
                values.choice(ProfileOption.TIME, TimeFrom.class),
                values.duration(ProfileOption.TIME_OUT_OF_ORDERNESS),
                values.duration(ProfileOption.TIME_IDLENESS),
                values.duration(ProfileOption.TIME_MAX_DRIFT)),
            person(values),
            values.duration(ProfileOption.CHECKPOINT_INTERVAL));
    if (!values.errors().isEmpty()) {
      throw new InvalidOptionsException("profile", ProfileOption.REFERENCE, values.errors());
    }
    return options;
  }

  private static PersonSettings person(OptionValues values) {
    return new PersonSettings(
        values.duration(ProfileOption.RETENTION_BEHAVIOUR),
        values.duration(ProfileOption.RETENTION_PURCHASES),
        values.duration(ProfileOption.DOCUMENT_COALESCING),
        null,
        Map.of(),
        (int) values.number(ProfileOption.PERSON_HOT, 0, 1_000_000));
  }

  private static @Nullable RegistryConnection registry(OptionValues values) {
    String authorization =
        values
            .optional(ProfileOption.REGISTRY_AUTHORIZATION_FILE)
            .map(file -> content(file, values))
            .orElse(null);
    return values
        .optional(ProfileOption.REGISTRY_URL)
        .map(
            url ->
                values.made(
                    ProfileOption.REGISTRY_URL.key(),
                    () -> new RegistryConnection(URI.create(url), authorization)))
        .orElse(null);
  }

  private static String content(String file, OptionValues values) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      values.error(ProfileOption.REGISTRY_AUTHORIZATION_FILE, "cannot be read: " + e);
      return "";
    }
  }
}
