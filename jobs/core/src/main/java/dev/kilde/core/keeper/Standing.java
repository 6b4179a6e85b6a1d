package dev.kilde.core.keeper;

import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Head;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The small part of a keeper that every message touches.
 *
 * @param tenant whose identifier this is; null before the first message
 * @param person the person's own
 * @param passed number of events passed on
 * @param expiresAt when the first of them, or of the links, leaves retention; null: never
 * @param heldUpTo nothing held here or passed on occurred later; null: nothing ever was
 * @param passedCapped the place up to which the cap has taken them; null: it has taken none
 * @param links number of links kept
 * @param tied whether there are {@link Ties}
 * @param known whether there is {@link Acquaintance}
 * @param engaged whether there is a ledger
 * @param rebornBy event id of the last request that erased the person; null: none
 * @param alarmAt the earliest alarm that is armed; null: none
 */
public record Standing(
    @Nullable String tenant,
    Head person,
    int passed,
    @Nullable Instant expiresAt,
    @Nullable Instant heldUpTo,
    EventCap.@Nullable Place passedCapped,
    int links,
    boolean tied,
    boolean known,
    boolean engaged,
    @Nullable String rebornBy,
    @Nullable Instant alarmAt) {

  /** An identifier never heard of. */
  public static final Standing NONE =
      new Standing(null, Head.NONE, 0, null, null, null, 0, false, false, false, null, null);
}
