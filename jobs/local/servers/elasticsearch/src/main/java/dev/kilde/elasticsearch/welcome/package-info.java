/**
 * A module of the node that answers {@code GET /}: Elasticsearch's own is not on Maven Central, and
 * clients ask it.
 */
@NullMarked
package dev.kilde.elasticsearch.welcome;

import org.jspecify.annotations.NullMarked;
