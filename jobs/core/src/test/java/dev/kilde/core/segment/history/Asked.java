package dev.kilde.core.segment.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition in the test's own words: it can be written as a definition, and says by itself, from
 * all that is known, whether it is true at an instant. Nothing here is shared with what is judged.
 */
interface Asked {

  /** As a definition has it: {@code not: { segment: s1 }}. */
  String text();

  boolean holds(Known who, Instant now);

  /** What it is made of. */
  default List<Asked> parts() {
    return List.of();
  }

  /** How long after something happened its truth may change. */
  default List<Duration> spans() {
    return parts().stream().flatMap(part -> part.spans().stream()).toList();
  }

  /** {@code all: [..]}. */
  record All(List<Asked> parts) implements Asked {
    @Override
    public String text() {
      return "all: " + list(parts);
    }

    @Override
    public boolean holds(Known who, Instant now) {
      for (Asked part : parts) {
        if (!part.holds(who, now)) {
          return false;
        }
      }
      return true;
    }
  }

  /** {@code any: [..]}. */
  record Any(List<Asked> parts) implements Asked {
    @Override
    public String text() {
      return "any: " + list(parts);
    }

    @Override
    public boolean holds(Known who, Instant now) {
      for (Asked part : parts) {
        if (part.holds(who, now)) {
          return true;
        }
      }
      return false;
    }
  }

  /** {@code not: ..}. */
  record Not(Asked part) implements Asked {
    @Override
    public String text() {
      return "not: { " + part.text() + " }";
    }

    @Override
    public boolean holds(Known who, Instant now) {
      return !part.holds(who, now);
    }

    @Override
    public List<Asked> parts() {
      return List.of(part);
    }
  }

  /** {@code segment: other-id}. */
  record Member(String id) implements Asked {
    @Override
    public String text() {
      return "segment: " + id;
    }

    @Override
    public boolean holds(Known who, Instant now) {
      return who.isIn(id, now);
    }
  }

  private static String list(List<Asked> parts) {
    return parts.stream()
        .map(part -> "{ " + part.text() + " }")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
