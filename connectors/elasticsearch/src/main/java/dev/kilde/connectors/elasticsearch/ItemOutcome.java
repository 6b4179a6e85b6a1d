package dev.kilde.connectors.elasticsearch;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of Elasticsearch means for one write. Every answer is one of five:
 *
 * <pre>
 * answer                                                       outcome
 * 2xx; 404 of a deletion (nothing to delete)                   Done
 * 409 version conflict (the index holds this version or newer) Stale
 * 408, 429, 5xx, write blocks, no answer at all                Retry
 * 400 and the like: the document does not fit; 413 too large   Reject
 * 401, 403, index missing or closed, not an Elasticsearch      Fatal
 * </pre>
 */
public sealed interface ItemOutcome {

  /** Stored or deleted. */
  record Done() implements ItemOutcome {}

  /** The index already holds this version or a newer one: nothing to do. */
  record Stale() implements ItemOutcome {}

  /**
   * Will do later.
   *
   * @param why in words, without personal data
   */
  record Retry(String why) implements ItemOutcome {}

  /**
   * Will never do: this document is the trouble.
   *
   * @param code stable, snake_case: Elasticsearch's own error type, or {@code too_large}
   * @param detail in words; may quote the document
   */
  record Reject(String code, String detail) implements ItemOutcome {}

  /**
   * Will never do, and neither will any other document: the cluster or the configuration is the
   * trouble.
   *
   * @param what what happened, without personal data
   * @param remedy what the operator can do
   */
  record Fatal(String what, String remedy) implements ItemOutcome {}

  /**
   * Error types of status 400 and 403 that pass when somebody has finished working on the index.
   */
  Set<String> PASSING = Set.of("cluster_block_exception", "es_rejected_execution_exception");

  /**
   * Judges one answer, of an item or of a whole request.
   *
   * @param status HTTP status
   * @param errorType Elasticsearch's {@code error.type}; null if there is no error
   * @param reason Elasticsearch's {@code error.reason}, or null
   */
  static ItemOutcome classify(int status, @Nullable String errorType, @Nullable String reason) {
    String type = errorType == null ? "" : errorType;
    String what = status + (type.isEmpty() ? "" : " " + type);
    if (status / 100 == 2) {
      return new Done();
    }
    if (status == 404 && type.isEmpty()) {
      return new Done();
    }
    if (status == 409) {
      return new Stale();
    }
    if (status == 408 || status == 429 || status / 100 == 5 || PASSING.contains(type)) {
      return new Retry(what);
    }
    if (status == 413) {
      return new Reject("too_large", what + detail(reason));
    }
    if (status == 401) {
      return new Fatal(what, "check user and password, or the API key");
    }
    if (status == 403) {
      return new Fatal(
          what, "give the user the index privileges write, create_index, manage on these indices");
    }
    if (type.equals("index_not_found_exception")) {
      return new Fatal(
          what,
          "the alias or index was removed while the job ran; start the job again and it is created,"
              + " then replay what it held");
    }
    if (type.equals("index_closed_exception")) {
      return new Fatal(what, "open the index with POST /INDEX/_open");
    }
    if (status == 400 && type.equals("illegal_argument_exception") && isAboutTheAlias(reason)) {
      return new Fatal(what + detail(reason), "let the alias point to one index that takes writes");
    }
    if (status == 400) {
      return new Reject(type.isEmpty() ? "bad_request" : type, what + detail(reason));
    }
    return new Fatal(
        what + detail(reason), "check that the address is that of Elasticsearch itself");
  }

  private static boolean isAboutTheAlias(@Nullable String reason) {
    String text = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
    return text.startsWith("no write index is defined") || text.startsWith("alias [");
  }

  private static String detail(@Nullable String reason) {
    return reason == null ? "" : ": " + reason;
  }
}
