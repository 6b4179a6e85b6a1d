package dev.kilde.core.segment;

/** The rulebook of each tenant. */
@FunctionalInterface
public interface Rulebooks {

  /** What people of a tenant are judged by; the same object each time, as it changes. */
  Rulebook of(String tenant);
}
