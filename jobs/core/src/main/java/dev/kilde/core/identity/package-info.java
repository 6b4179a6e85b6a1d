/** Who it was: identifiers, profile ids, and who owns a purchase. */
@NullMarked
package dev.kilde.core.identity;

import org.jspecify.annotations.NullMarked;
