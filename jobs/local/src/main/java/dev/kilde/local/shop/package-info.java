/**
 * The sample shop: an outdoor shop whose people live the same lives whenever the same options are
 * given.
 */
@NullMarked
package dev.kilde.local.shop;

import org.jspecify.annotations.NullMarked;
