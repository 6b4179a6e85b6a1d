/** Segments: who belongs to which, at every instant. */
@NullMarked
package dev.kilde.core.segment;

import org.jspecify.annotations.NullMarked;
