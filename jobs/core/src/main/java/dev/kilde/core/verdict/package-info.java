/** Answers that say how long they hold: the algebra of time every judgement is made of. */
@NullMarked
package dev.kilde.core.verdict;

import org.jspecify.annotations.NullMarked;
