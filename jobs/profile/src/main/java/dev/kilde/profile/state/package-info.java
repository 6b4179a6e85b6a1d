/** How values are kept in state and sent between stages: hand-written, versioned formats. */
@NullMarked
package dev.kilde.profile.state;

import org.jspecify.annotations.NullMarked;
