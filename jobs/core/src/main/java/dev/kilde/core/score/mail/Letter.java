package dev.kilde.core.score.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One delivered message and what the person did with it.
 *
 * @param messageId the sender's id of it
 * @param deliveredAt first
 * @param openedAt when it was first opened, clicked, replied to or forwarded: whoever does the
 *     latter has it open, whether or not the opening was seen. Null: never
 * @param clickedAt when it was first clicked; null: never
 */
public record Letter(
    String messageId,
    Instant deliveredAt,
    @Nullable Instant openedAt,
    @Nullable Instant clickedAt) {

  public boolean isOpened(Instant now) {
    return openedAt != null && !openedAt.isAfter(now);
  }

  public boolean isClicked(Instant now) {
    return clickedAt != null && !clickedAt.isAfter(now);
  }
}
