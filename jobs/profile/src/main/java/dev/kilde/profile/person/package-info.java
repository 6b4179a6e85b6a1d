/** The heart: the operator that keeps people. */
@NullMarked
package dev.kilde.profile.person;

import org.jspecify.annotations.NullMarked;
