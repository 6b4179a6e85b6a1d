/** The commands of {@code ./kilde} that work on files. */
@NullMarked
package dev.kilde.local.command;

import org.jspecify.annotations.NullMarked;
