/** What the terminal shows while events flow. */
@NullMarked
package dev.kilde.local.progress;

import org.jspecify.annotations.NullMarked;
