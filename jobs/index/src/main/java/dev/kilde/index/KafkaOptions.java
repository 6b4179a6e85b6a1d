package dev.kilde.index;

import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.connectors.kafka.KafkaInputs;
import dev.kilde.connectors.kafka.RegistryConnection;
import org.jspecify.annotations.Nullable;

/**
 * Where and from when on the job reads.
 *
 * @param groupId consumer group whose offsets show how far the index has come
 * @param start at the beginning: fills a new index
 * @param registry null: no definition is framed for one
 */
record KafkaOptions(
    KafkaConnection connection,
    String groupId,
    KafkaInputs.Start start,
    @Nullable RegistryConnection registry) {}
