/**
 * The index job: profiles and segments to Elasticsearch. {@link dev.kilde.index.IndexTopology}
 * shows the path.
 */
@NullMarked
package dev.kilde.index;

import org.jspecify.annotations.NullMarked;
