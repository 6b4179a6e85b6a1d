/**
 * The domain in plain Java: no Flink, no wire format, no clock. Start with {@link
 * dev.kilde.core.Catalogue}.
 */
@NullMarked
package dev.kilde.core;

import org.jspecify.annotations.NullMarked;
