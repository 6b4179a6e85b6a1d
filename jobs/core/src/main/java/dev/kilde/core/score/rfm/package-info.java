/** RFM: recency, frequency and monetary value of what somebody buys. */
@NullMarked
package dev.kilde.core.score.rfm;

import org.jspecify.annotations.NullMarked;
