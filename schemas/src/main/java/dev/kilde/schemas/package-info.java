/** Wire contracts of Kilde. */
@NullMarked
package dev.kilde.schemas;

import org.jspecify.annotations.NullMarked;
