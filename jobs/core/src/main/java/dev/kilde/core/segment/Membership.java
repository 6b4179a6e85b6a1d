package dev.kilde.core.segment;

import java.time.Instant;

/**
 * Somebody is in a segment.
 *
 * @param segment its id
 * @param version of the definition last judged by
 * @param since when the person entered
 */
public record Membership(String segment, int version, Instant since) {}
