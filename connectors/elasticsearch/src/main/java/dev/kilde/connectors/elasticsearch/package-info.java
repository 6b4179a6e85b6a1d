/**
 * A Flink sink for Elasticsearch: at least once, with external versions, so that a document only
 * ever moves forward.
 *
 * <p>Start reading at {@link dev.kilde.connectors.elasticsearch.ElasticsearchSink}; what becomes of
 * an answer is decided in {@link dev.kilde.connectors.elasticsearch.ItemOutcome} alone.
 */
@NullMarked
package dev.kilde.connectors.elasticsearch;

import org.jspecify.annotations.NullMarked;
