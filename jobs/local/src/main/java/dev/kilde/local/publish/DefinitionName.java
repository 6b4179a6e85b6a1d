package dev.kilde.local.publish;

import java.util.Comparator;

/**
 * What a definition is known by within its tenant. Ordered by kind, then id.
 *
 * @param kind such as {@code segment}
 * @param id unique within the kind
 */
record DefinitionName(String kind, String id) implements Comparable<DefinitionName> {

  private static final Comparator<DefinitionName> ORDER =
      Comparator.comparing(DefinitionName::kind).thenComparing(DefinitionName::id);

  @Override
  public int compareTo(DefinitionName other) {
    return ORDER.compare(this, other);
  }

  /** {@code kind/id}. */
  @Override
  public String toString() {
    return kind + "/" + id;
  }
}
