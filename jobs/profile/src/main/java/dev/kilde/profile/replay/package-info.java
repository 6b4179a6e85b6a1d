/** The profile topology over files: history in, what would have been out. */
@NullMarked
package dev.kilde.profile.replay;

import org.jspecify.annotations.NullMarked;
