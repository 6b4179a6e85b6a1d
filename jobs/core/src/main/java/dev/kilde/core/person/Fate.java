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
  /** Taken away: it belongs to somebody else, or was of nobody here. */
  DROPPED
}
