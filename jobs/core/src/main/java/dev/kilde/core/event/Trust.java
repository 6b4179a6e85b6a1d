package dev.kilde.core.event;

/** How far the identifiers on an event can be relied on. */
public enum Trust {
  VERIFIED,
  STATED,
  INFERRED
}
