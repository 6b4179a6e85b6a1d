/** What happened: the sealed events of a shop, free of any wire format. */
@NullMarked
package dev.kilde.core.event;

import org.jspecify.annotations.NullMarked;
