/** Lead score: how near to buying somebody is. */
@NullMarked
package dev.kilde.core.score.lead;

import org.jspecify.annotations.NullMarked;
