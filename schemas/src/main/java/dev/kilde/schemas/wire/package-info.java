/** The wire form of every record: Avro messages that name their writer's schema. */
@NullMarked
package dev.kilde.schemas.wire;

import org.jspecify.annotations.NullMarked;
