/** Judgements of a person: always computed from facts, definitions, models and an instant. */
@NullMarked
package dev.kilde.core.score;

import org.jspecify.annotations.NullMarked;
