/** What leaves the job. */
@NullMarked
package dev.kilde.profile.output;

import org.jspecify.annotations.NullMarked;
