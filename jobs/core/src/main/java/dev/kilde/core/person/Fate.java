package dev.kilde.core.person;

/** How an input ended at a person; every input ends as one of these. */
public enum Fate {
  /** Part of the person now. */
  APPLIED,
  /** The same event once more. */
  DUPLICATE,
  /** Another content under the same id counts, or it was taken away before its instant. */
  SUPERSEDED,
  /** Too old to be kept. */
  PAST_RETENTION,
  /** Older than the newest that the cap on a person's events keeps. */
  OVER_CAP,
  /** It occurred before the person it belongs to was erased. */
  ERASED,
  /** Taken away: it belongs to somebody else, or was of nobody here. */
  DROPPED,
  /** The identifier points to a stronger one: it goes on there. */
  PASSED_ON
}
