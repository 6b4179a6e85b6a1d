/** The insight job: what is learned from all people of a tenant together. */
@NullMarked
package dev.kilde.insight;

import org.jspecify.annotations.NullMarked;
