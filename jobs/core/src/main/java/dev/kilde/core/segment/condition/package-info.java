/**
 * The conditions of segments and flows, a file each; {@code dev.kilde.core.Catalogue} lists them.
 */
@NullMarked
package dev.kilde.core.segment.condition;

import org.jspecify.annotations.NullMarked;
