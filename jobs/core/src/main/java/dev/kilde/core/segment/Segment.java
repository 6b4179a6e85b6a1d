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
 * @param content stands for everything the definition says: where it is the same, so is the
 *     definition, on every machine
 */
public record Segment(
    String id,
    int version,
    String name,
    Condition where,
    @Nullable Audience audience,
    String content) {

  /** One that was not read from a definition: its content is its words. */
  public Segment(
      String id, int version, String name, Condition where, @Nullable Audience audience) {
    this(id, version, name, where, audience, inWords(where));
  }

  /** The same, as it was written. */
  public Segment withContent(String written) {
    return new Segment(id, version, name, where, audience, written);
  }

  private static String inWords(Condition condition) {
    return condition.words() + condition.parts().stream().map(Segment::inWords).toList();
  }

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
