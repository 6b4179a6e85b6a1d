/** What every source emits, how it travels between operators, and how it moves event time. */
@NullMarked
package dev.kilde.connectors.input;

import org.jspecify.annotations.NullMarked;
