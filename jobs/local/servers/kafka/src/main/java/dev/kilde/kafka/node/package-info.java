/** A Kafka broker in a process of its own. */
@NullMarked
package dev.kilde.kafka.node;

import org.jspecify.annotations.NullMarked;
