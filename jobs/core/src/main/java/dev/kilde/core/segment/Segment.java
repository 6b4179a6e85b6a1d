package dev.kilde.core.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of people, defined by a condition.
 *
 * @param id lower-case letters and digits joined by {@code -}
 * @param version counted up by its author
 * @param name for marketers
 * @param audience to whom membership is told; null: nobody
 */
public record Segment(
    String id, int version, String name, Condition where, @Nullable Audience audience) {

  /**
   * Ad networks that follow the membership.
   *
   * @param purpose of the permission needed: {@code ads}
   * @param networks {@code meta}, {@code google}
   */
  public record Audience(String purpose, List<String> networks) {
    public Audience {
      networks = List.copyOf(networks);
    }
  }
}
