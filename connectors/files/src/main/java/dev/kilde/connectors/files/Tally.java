package dev.kilde.connectors.files;

import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.Topic;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts of a part of the input; parts are added up. Not safe for use by several threads. */
final class Tally {

  private final Map<Topic, Long> records = new EnumMap<>(Topic.class);
  private final Map<Rejection.Reason, Long> rejected = new EnumMap<>(Rejection.Reason.class);
  private long afterAsOf;
  private long unknownFields;
  private @Nullable Instant first;
  private @Nullable Instant last;

  void countRecord(Topic topic, Instant occurredAt) {
    records.merge(topic, 1L, Long::sum);
    include(occurredAt);
  }

  void countRejected(Rejection.Reason reason) {
    rejected.merge(reason, 1L, Long::sum);
  }

  void countAfterAsOf() {
    afterAsOf++;
  }

  void countUnknownFields(long fields) {
    unknownFields += fields;
  }

  void add(Tally part) {
    part.records.forEach((topic, count) -> records.merge(topic, count, Long::sum));
    part.rejected.forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
    afterAsOf += part.afterAsOf;
    unknownFields += part.unknownFields;
    if (part.first != null && part.last != null) {
      include(part.first);
      include(part.last);
    }
  }

  Map<Topic, Long> records() {
    return Collections.unmodifiableMap(new EnumMap<>(records));
  }

  Map<Rejection.Reason, Long> rejected() {
    return Collections.unmodifiableMap(new EnumMap<>(rejected));
  }

  long afterAsOf() {
    return afterAsOf;
  }

  long unknownFields() {
    return unknownFields;
  }

  @Nullable Instant first() {
    return first;
  }

  @Nullable Instant last() {
    return last;
  }

  private void include(Instant occurredAt) {
    if (first == null || occurredAt.isBefore(first)) {
      first = occurredAt;
    }
    if (last == null || occurredAt.isAfter(last)) {
      last = occurredAt;
    }
  }
}
