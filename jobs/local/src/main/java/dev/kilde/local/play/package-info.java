/**
 * Plays events - the sample shop's or a folder's - into Kafka, at a chosen rate and with the
 * clock's ticks among them.
 */
@NullMarked
package dev.kilde.local.play;

import org.jspecify.annotations.NullMarked;
