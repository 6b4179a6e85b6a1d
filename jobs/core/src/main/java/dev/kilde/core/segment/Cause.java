package dev.kilde.core.segment;

/**
 * Why a membership changed; where there is more than one reason at an instant, the first of these.
 */
public enum Cause {
  /** Something happened to the person, and was known in time. */
  EVENT,
  /** Two identifiers have become one person, or events moved between people. */
  MERGE,
  /** Something became known after its instant had passed, or was taken back. */
  CORRECTION,
  /** The definition, its terms or a model is another. */
  DEFINITION,
  /** Time went by. */
  TIME
}
