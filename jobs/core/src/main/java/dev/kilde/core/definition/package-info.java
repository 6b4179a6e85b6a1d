/** What a tenant may set. */
@NullMarked
package dev.kilde.core.definition;

import org.jspecify.annotations.NullMarked;
