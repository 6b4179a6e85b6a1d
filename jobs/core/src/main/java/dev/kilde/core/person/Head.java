package dev.kilde.core.person;

import dev.kilde.core.event.CanonicalOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The small part of a person that every event touches.
 *
 * @param lastFolded the place of the last event folded; what belongs before it refolds the person.
 *     Null: nothing folded
 * @param logged number of events in the log
 * @param expiresAt when the first event of the log leaves retention; null: never
 * @param capped the place up to which the cap has taken events; null: it has taken none
 * @param documentDueAt when the profile document is to be published; null: nothing to tell
 * @param revision of the last document, 0 before the first
 * @param published whether a document of this person stands out there
 * @param judged what the person was last judged to be
 */
public record Head(
    @Nullable CanonicalOrder lastFolded,
    int logged,
    @Nullable Instant expiresAt,
    EventCap.@Nullable Place capped,
    @Nullable Instant documentDueAt,
    long revision,
    boolean published,
    Judged judged) {

  /** A person nothing has happened to. */
  public static final Head NONE = new Head(null, 0, null, null, null, 0, false, Judged.NEVER);

  Head withLog(@Nullable CanonicalOrder folded, int count, @Nullable Instant expiry) {
    return new Head(folded, count, expiry, capped, documentDueAt, revision, published, judged);
  }

  Head withCapped(EventCap.@Nullable Place place) {
    return new Head(
        lastFolded, logged, expiresAt, place, documentDueAt, revision, published, judged);
  }

  Head withDocumentDueAt(@Nullable Instant due) {
    return new Head(lastFolded, logged, expiresAt, capped, due, revision, published, judged);
  }

  Head withPublished(long newRevision, boolean stands) {
    return new Head(lastFolded, logged, expiresAt, capped, null, newRevision, stands, judged);
  }

  Head withJudged(Judged newlyJudged) {
    return new Head(
        lastFolded, logged, expiresAt, capped, documentDueAt, revision, published, newlyJudged);
  }
}
