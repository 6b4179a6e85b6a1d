/**
 * The profile job: events in, profiles out. Start with {@link dev.kilde.profile.ProfileTopology}.
 */
@NullMarked
package dev.kilde.profile;

import org.jspecify.annotations.NullMarked;
