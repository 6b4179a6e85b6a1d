package dev.kilde.core.segment.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * All definitions that hold from an instant on.
 *
 * @param segments by id; each refers only to those before it
 * @param zone of calendar days
 */
record Edition(Map<String, Asked> segments, ZoneId zone, Instant from) {}
