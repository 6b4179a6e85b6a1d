/**
 * Real Kafka, Elasticsearch and Flink as processes of this machine, for the demo and the
 * integration tests. {@link dev.kilde.local.runtime.LocalStack} is the way in.
 */
@NullMarked
package dev.kilde.local.runtime;

import org.jspecify.annotations.NullMarked;
