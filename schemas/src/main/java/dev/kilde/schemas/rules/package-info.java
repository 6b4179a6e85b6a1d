/** What makes an input valid, beyond its types. */
@NullMarked
package dev.kilde.schemas.rules;

import org.jspecify.annotations.NullMarked;
