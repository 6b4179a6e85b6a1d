package dev.kilde.index;

import java.util.Arrays;

/**
 * What the job keeps in Elasticsearch. Each kind has its own aliases, template and indices:
 *
 * <pre>
 * alias               profiles-TENANT            segments-TENANT
 * template            kilde-profiles-v1          kilde-segments-v1
 * shared index        kilde-profiles-shared-v1   kilde-segments-shared-v1
 * a dedicated index   kilde-profiles-TENANT-v1   kilde-segments-TENANT-v1
 * </pre>
 */
enum DocumentKind {
  /** One document a person. */
  PROFILES("profiles", 1),
  /** One document a segment. */
  SEGMENTS("segments", 1);

  private final String word;
  private final int layout;

  DocumentKind(String word, int layout) {
    this.word = word;
    this.layout = layout;
  }

  /**
   * The kind behind an alias.
   *
   * @throws IllegalArgumentException if {@link #alias} made no such name
   */
  static DocumentKind ofAlias(String alias) {
    return Arrays.stream(values())
        .filter(kind -> alias.startsWith(kind.word + "-"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not an alias of this job: " + alias));
  }

  /** The alias that marketers use: {@code profiles-TENANT}. */
  String alias(String tenant) {
    return word + "-" + TenantName.escape(tenant);
  }

  /** The tenant of an alias of this kind. */
  String tenantOf(String alias) {
    return TenantName.unescape(alias.substring(word.length() + 1));
  }

  /** Of the mapping; a change that an existing index cannot take makes it one greater. */
  int layout() {
    return layout;
  }

  String template() {
    return "kilde-" + word + "-v" + layout;
  }

  /** The template's file, beside this class. */
  String templateResource() {
    return word + "-template.json";
  }

  /**
   * The index of this name.
   *
   * @param owner {@code shared}, or a tenant as it stands in names
   */
  String index(String owner) {
    return "kilde-" + word + "-" + owner + "-v" + layout;
  }
}
