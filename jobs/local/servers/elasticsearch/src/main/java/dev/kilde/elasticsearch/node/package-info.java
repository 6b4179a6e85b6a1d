/** An Elasticsearch node in a process of its own. */
@NullMarked
package dev.kilde.elasticsearch.node;

import org.jspecify.annotations.NullMarked;
