package dev.kilde.insight;

import dev.kilde.connectors.kafka.Delivery;
import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.options.InvalidOptionsException;
import dev.kilde.options.OptionValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The job's options, parsed once.
 *
 * @param zones when tenants' days begin
 * @param outOfOrderness how much older a document may be than another before it
 * @param idleness how long a silent partition holds time back
 * @param settle how long a model waits for a still newer one
 * @param checkpointInterval between the beginnings of two checkpoints
 */
record InsightOptions(
    KafkaConnection kafka,
    String groupId,
    Delivery delivery,
    String transactionalIdPrefix,
    TenantZones zones,
    Duration outOfOrderness,
    Duration idleness,
    Duration settle,
    Duration checkpointInterval) {

  /**
   * Reads the options from arguments ({@code --key value}, {@code --config FILE}), environment and
   * file.
   *
   * @throws InvalidOptionsException with everything that is wrong
   */
  static InsightOptions parse(String[] arguments, Map<String, String> environment)
      throws InvalidOptionsException {
    OptionValues values =
        new OptionValues(
            List.of(InsightOption.values()), InsightOption.VARIABLE_PREFIX, arguments, environment);
    KafkaConnection kafka =
        new KafkaConnection(
            values.text(InsightOption.KAFKA_BOOTSTRAP_SERVERS),
            values.text(InsightOption.KAFKA_TOPIC_PREFIX),
            values.propertiesFrom(InsightOption.KAFKA_CONFIG_FILE));
    String groupId = values.text(InsightOption.KAFKA_GROUP_ID);
    Delivery delivery = values.choice(InsightOption.KAFKA_DELIVERY, Delivery.class);
    String transactionalIdPrefix = values.text(InsightOption.KAFKA_TRANSACTION_PREFIX);
    @Nullable TenantZones zones = zones(values);
    Duration outOfOrderness = values.duration(InsightOption.TIME_OUT_OF_ORDERNESS);
    Duration idleness = values.duration(InsightOption.TIME_IDLENESS);
    Duration settle = values.duration(InsightOption.MODELS_SETTLE);
    Duration checkpointInterval = values.duration(InsightOption.CHECKPOINT_INTERVAL);
    if (!values.errors().isEmpty() || zones == null) {
      throw new InvalidOptionsException("insight", InsightOption.REFERENCE, values.errors());
    }
    return new InsightOptions(
        kafka,
        groupId,
        delivery,
        transactionalIdPrefix,
        zones,
        outOfOrderness,
        idleness,
        settle,
        checkpointInterval);
  }

  private static @Nullable TenantZones zones(OptionValues values) {
    return values.made(
        InsightOption.TIME_ZONE.key() + " and " + InsightOption.TIME_ZONES.key(),
        () ->
            TenantZones.of(
                values.text(InsightOption.TIME_ZONE), values.list(InsightOption.TIME_ZONES)));
  }
}
