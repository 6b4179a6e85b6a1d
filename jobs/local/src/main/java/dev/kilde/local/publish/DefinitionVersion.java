package dev.kilde.local.publish;

import org.jspecify.annotations.Nullable;

/**
 * A version of a definition, on the topic or on its way there.
 *
 * @param version the greater one counts
 * @param yaml its text; null: deleted
 */
record DefinitionVersion(DefinitionName name, int version, @Nullable String yaml) {

  boolean isDeleted() {
    return yaml == null;
  }

  /**
   * The version that deletes this one.
   *
   * @throws ArithmeticException after {@link Integer#MAX_VALUE}, which no file can say
   */
  DefinitionVersion deleted() {
    return new DefinitionVersion(name, Math.addExact(version, 1), null);
  }
}
