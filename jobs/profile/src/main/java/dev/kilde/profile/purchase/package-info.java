/** The stage in front of people, keyed by purchase: who owns it. */
@NullMarked
package dev.kilde.profile.purchase;

import org.jspecify.annotations.NullMarked;
