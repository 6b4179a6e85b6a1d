/**
 * Folders of JSON lines: read once in order, with bounded memory, and written.
 *
 * <p>Reading takes two passes. {@link dev.kilde.connectors.files.OrderedInput} decodes every line
 * and sorts the records on disk; {@link dev.kilde.connectors.files.OrderedInputSource} is the Flink
 * source that plays them, with ticks among them. {@link dev.kilde.connectors.files.JsonLinesSink}
 * writes.
 */
@NullMarked
package dev.kilde.connectors.files;

import org.jspecify.annotations.NullMarked;
