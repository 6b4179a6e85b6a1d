/** What is known: folds of a person's events in canonical order. */
@NullMarked
package dev.kilde.core.facts;

import org.jspecify.annotations.NullMarked;
