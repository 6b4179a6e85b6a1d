/** The options of a job: read once, everything that is wrong told at once. */
@NullMarked
package dev.kilde.options;

import org.jspecify.annotations.NullMarked;
