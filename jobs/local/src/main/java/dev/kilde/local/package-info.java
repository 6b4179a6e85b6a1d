/** The command line. */
@NullMarked
package dev.kilde.local;

import org.jspecify.annotations.NullMarked;
