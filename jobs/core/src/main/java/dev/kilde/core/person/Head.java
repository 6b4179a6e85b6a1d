package dev.kilde.core.person;

import dev.kilde.core.event.CanonicalOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The small part of a person that every event touches.
 *
 * @param tenant whose person this is; null before the first event
 * @param lastFolded the place of the last event folded; what belongs before it refolds the person.
 *     Null: nothing folded
 * @param logged number of events in the log
 * @param expiresAt when the first event of the log leaves retention; null: never
 * @param documentDueAt when the profile document is to be published; null: nothing to tell
 * @param revision of the last document, 0 before the first
 * @param published whether a document of this person stands out there
 * @param alarmAt the earliest alarm that is armed; null: none
 */
public record Head(
    @Nullable String tenant,
    @Nullable CanonicalOrder lastFolded,
    int logged,
    @Nullable Instant expiresAt,
    @Nullable Instant documentDueAt,
    long revision,
    boolean published,
    @Nullable Instant alarmAt) {

  /** A person nothing has happened to. */
  public static final Head NONE = new Head(null, null, 0, null, null, 0, false, null);

  Head ofTenant(String owner) {
    return new Head(
        owner, lastFolded, logged, expiresAt, documentDueAt, revision, published, alarmAt);
  }

  Head withLog(@Nullable CanonicalOrder folded, int count, @Nullable Instant expiry) {
    return new Head(tenant, folded, count, expiry, documentDueAt, revision, published, alarmAt);
  }

  Head withDocumentDueAt(@Nullable Instant due) {
    return new Head(tenant, lastFolded, logged, expiresAt, due, revision, published, alarmAt);
  }

  Head withPublished(long newRevision, boolean stands) {
    return new Head(tenant, lastFolded, logged, expiresAt, null, newRevision, stands, alarmAt);
  }

  Head withAlarmAt(@Nullable Instant alarm) {
    return new Head(
        tenant, lastFolded, logged, expiresAt, documentDueAt, revision, published, alarm);
  }
}
