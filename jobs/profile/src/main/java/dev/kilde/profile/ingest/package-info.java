/** From wire records to what reaches a person. */
@NullMarked
package dev.kilde.profile.ingest;

import org.jspecify.annotations.NullMarked;
