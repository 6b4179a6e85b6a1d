/** {@code kilde demo}: the servers, the jobs and a shop played through them. */
@NullMarked
package dev.kilde.local.demo;

import org.jspecify.annotations.NullMarked;
