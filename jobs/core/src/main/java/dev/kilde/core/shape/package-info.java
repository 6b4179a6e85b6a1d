/**
 * The definition language described as data: what a definition may hold, of what type, and what it
 * becomes. The parser, its messages and the JSON Schema for editors all come from it.
 */
@NullMarked
package dev.kilde.core.shape;

import org.jspecify.annotations.NullMarked;
