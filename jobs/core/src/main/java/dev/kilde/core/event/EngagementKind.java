package dev.kilde.core.event;

/** What became of a message. */
public enum EngagementKind {
  SENT,
  DELIVERED,
  FAILED,
  OPENED,
  CLICKED,
  SOFT_BOUNCED,
  HARD_BOUNCED,
  COMPLAINED,
  UNSUBSCRIBED,
  REPLIED,
  FORWARDED;

  /** Ends every marketing permission on its channel until a newer grant. */
  public boolean revokes() {
    return this == COMPLAINED || this == UNSUBSCRIBED;
  }
}
