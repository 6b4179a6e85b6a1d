/**
 * Definitions as marketers write them: YAML in, values of {@code dev.kilde.core.definition} or a
 * list of problems out.
 */
@NullMarked
package dev.kilde.profile.definition;

import org.jspecify.annotations.NullMarked;
