/** Why somebody was judged as they were, from what a replay leaves behind. */
@NullMarked
package dev.kilde.profile.explain;

import org.jspecify.annotations.NullMarked;
