package dev.kilde.profile;

import dev.kilde.connectors.kafka.Delivery;
import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.connectors.kafka.KafkaInputs;
import dev.kilde.connectors.kafka.RegistryConnection;
import dev.kilde.core.definition.Limits;
import dev.kilde.core.definition.Retention;
import dev.kilde.options.InvalidOptionsException;
import dev.kilde.options.OptionValues;
import dev.kilde.options.RegistryOptions;
import dev.kilde.profile.definition.DefinitionFolder;
import dev.kilde.profile.definition.Definitions;
import dev.kilde.profile.definition.FolderReading;
import dev.kilde.profile.rules.BaseRules;
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
    ProfileSettings settings,
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
            RegistryOptions.read(
                values, ProfileOption.REGISTRY_URL, ProfileOption.REGISTRY_AUTHORIZATION_FILE),
            new Time(
                values.choice(ProfileOption.TIME, TimeFrom.class),
                values.duration(ProfileOption.TIME_OUT_OF_ORDERNESS),
                values.duration(ProfileOption.TIME_IDLENESS),
                values.duration(ProfileOption.TIME_MAX_DRIFT)),
            settings(values),
            values.duration(ProfileOption.CHECKPOINT_INTERVAL));
    if (!values.errors().isEmpty()) {
      throw new InvalidOptionsException("profile", ProfileOption.REFERENCE, values.errors());
    }
    return options;
  }

  private static ProfileSettings settings(OptionValues values) {
    Definitions definitions =
        values
            .optional(ProfileOption.DEFINITIONS_FOLDER)
            .map(folder -> definitions(folder, values))
            .orElse(Definitions.DEFAULT);
    Limits limits = definitions.limits();
    return new ProfileSettings(
        limits.retentionOr(
            new Retention(
                values.duration(ProfileOption.RETENTION_BEHAVIOUR),
                values.duration(ProfileOption.RETENTION_PURCHASES))),
        values.duration(ProfileOption.DOCUMENT_COALESCING),
        null,
        definitions.identity(),
        limits.defaultCountry(),
        (int) values.number(ProfileOption.PERSON_MOST_EVENTS, 100, 10_000_000),
        (int) values.number(ProfileOption.IDENTITY_MOST_LINKS, 100, 10_000_000),
        BaseRules.of(definitions),
        (int) values.number(ProfileOption.PERSON_HOT, 0, 1_000_000));
  }

  private static Definitions definitions(String folder, OptionValues values) {
    FolderReading reading = DefinitionFolder.read(Path.of(folder));
    if (reading instanceof FolderReading.Valid valid) {
      return valid.definitions();
    }
    ((FolderReading.Invalid) reading)
        .problems()
        .forEach(
            problem ->
                values.error(ProfileOption.DEFINITIONS_FOLDER, "holds a mistake: " + problem));
    return Definitions.DEFAULT;
  }
}
