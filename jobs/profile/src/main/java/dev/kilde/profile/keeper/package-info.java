/** The heart: the operator that keeps identifiers, and the people they name. */
@NullMarked
package dev.kilde.profile.keeper;

import org.jspecify.annotations.NullMarked;
