/**
 * One identifier: whom it points to, what it passed on, and, while nothing stronger is known, the
 * person.
 */
@NullMarked
package dev.kilde.core.keeper;

import org.jspecify.annotations.NullMarked;
