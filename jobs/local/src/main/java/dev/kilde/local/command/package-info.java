/** Commands that need no servers. */
@NullMarked
package dev.kilde.local.command;

import org.jspecify.annotations.NullMarked;
