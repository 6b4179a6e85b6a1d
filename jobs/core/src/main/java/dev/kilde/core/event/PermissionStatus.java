package dev.kilde.core.event;

/** What somebody said about being written to. */
public enum PermissionStatus {
  GRANTED,
  PENDING,
  REVOKED
}
