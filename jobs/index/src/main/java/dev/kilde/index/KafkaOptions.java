package dev.kilde.index;

import dev.kilde.connectors.kafka.KafkaConnection;

/**
 * Where and from when on the job reads.
 *
 * @param groupId consumer group whose offsets show how far the index has come
 */
record KafkaOptions(KafkaConnection connection, String groupId, Start start) {

  /** Where a job begins that starts without a savepoint. */
  enum Start {
    /** Where the group left off, for a new group at the beginning. */
    COMMITTED,
    /** At the beginning: fills a new index. */
    EARLIEST
  }
}
