/** The JSON form of every record: plain values, schema-driven, both ways. */
@NullMarked
package dev.kilde.schemas.json;

import org.jspecify.annotations.NullMarked;
