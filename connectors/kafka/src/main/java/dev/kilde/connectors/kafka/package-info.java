/** Kafka sources and sinks. */
@NullMarked
package dev.kilde.connectors.kafka;

import org.jspecify.annotations.NullMarked;
