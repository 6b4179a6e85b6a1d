/** The clock job: a tick in every partition of every input topic, each second. */
@NullMarked
package dev.kilde.clock;

import org.jspecify.annotations.NullMarked;
