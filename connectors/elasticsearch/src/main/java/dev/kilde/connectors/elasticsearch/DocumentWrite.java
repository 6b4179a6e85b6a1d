package dev.kilde.connectors.elasticsearch;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One document to be stored or deleted, as of one version. Immutable.
 *
 * <p>The version is external ({@code version_type=external}): Elasticsearch takes the write only if
 * it holds no document with the same or a greater version, so writing twice or out of order does no
 * harm.
 */
public final class DocumentWrite implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String target;
  private final String id;
  private final @Nullable String routing;
  private final long version;
  private final byte @Nullable [] json;

  private DocumentWrite(
      String target, String id, @Nullable String routing, long version, byte @Nullable [] json) {
    if (target.isEmpty()) {
      throw new IllegalArgumentException("a document needs the index or alias it is written to");
    }
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a document written to " + target + " needs an id");
    }
    if (version < 0) {
      throw new IllegalArgumentException(
          "document " + target + "/" + id + " has version " + version + "; versions start at 0");
    }
    this.target = target;
    this.id = id;
    this.routing = routing;
    this.version = version;
    this.json = json;
  }

  /**
   * Stores a document, whether or not there was one before.
   *
   * @param target index or alias
   * @param routing what decides the shard; null leaves it to the alias or the id
   * @param version external version, 0 or greater
   * @param json the document as a JSON object in UTF-8; line breaks between its tokens become
   *     spaces, because a bulk request ends a document at a line break
   */
  public static DocumentWrite put(
      String target, String id, @Nullable String routing, long version, byte[] json) {
    return new DocumentWrite(target, id, routing, version, onOneLine(json));
  }

  /** Deletes a document, whether or not there is one; parameters as in {@link #put}. */
  public static DocumentWrite delete(
      String target, String id, @Nullable String routing, long version) {
    return new DocumentWrite(target, id, routing, version, null);
  }

  /** Index or alias. */
  public String target() {
    return target;
  }

  public String id() {
    return id;
  }

  /** What decides the shard; null leaves it to the alias or the id. */
  public @Nullable String routing() {
    return routing;
  }

  public long version() {
    return version;
  }

  public boolean isDelete() {
    return json == null;
  }

  /** The document on one line, not a copy; null for a deletion. */
  public byte @Nullable [] json() {
    return json;
  }

  /** About what it takes in a bulk request, in bytes: the document and the line above it. */
  public long sizeInBytes() {
    return 96L
        + target.length()
        + id.length()
        + (routing == null ? 0 : routing.length())
        + (json == null ? 0 : json.length);
  }

  // Inside a JSON string a line break is always escaped, so a raw one is white space.
  private static byte[] onOneLine(byte[] json) {
    for (int at = 0; at < json.length; at++) {
      if (isLineBreak(json[at])) {
        byte[] line = json.clone();
        for (int i = at; i < line.length; i++) {
          if (isLineBreak(line[i])) {
            line[i] = ' ';
          }
        }
        return line;
      }
    }
    return json;
  }

  private static boolean isLineBreak(byte value) {
    return value == '\n' || value == '\r';
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentWrite that
        && target.equals(that.target)
        && id.equals(that.id)
        && Objects.equals(routing, that.routing)
        && version == that.version
        && Arrays.equals(json, that.json);
  }

  @Override
  public int hashCode() {
    return Objects.hash(target, id, routing, version, Arrays.hashCode(json));
  }

  /** Without the document itself: it is personal data. */
  @Override
  public String toString() {
    return (json == null ? "delete " : "put ") + target + "/" + id + " version " + version;
  }
}
