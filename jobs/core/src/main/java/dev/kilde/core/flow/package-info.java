/** Marketing flows: what a person is in the middle of. */
@NullMarked
package dev.kilde.core.flow;

import org.jspecify.annotations.NullMarked;
