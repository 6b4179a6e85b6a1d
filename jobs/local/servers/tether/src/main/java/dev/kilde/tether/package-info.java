/** Ties the life of a server's process to the life of the process that started it. */
@NullMarked
package dev.kilde.tether;

import org.jspecify.annotations.NullMarked;
