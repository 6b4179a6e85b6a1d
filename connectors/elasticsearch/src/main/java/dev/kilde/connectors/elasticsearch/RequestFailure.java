package dev.kilde.connectors.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.elasticsearch.client.ResponseException;
import org.jspecify.annotations.Nullable;

/** Judges a request that failed as a whole. */
final class RequestFailure {
  private RequestFailure() {}

  /** What a failed request means for each of its items. */
  static ItemOutcome classify(Throwable failure) {
    Throwable cause = unwrapped(failure);
    if (cause instanceof FatalAnswerException fatal) {
      return fatal.outcome();
    }
    if (cause instanceof ElasticsearchException answer) {
      return ofStatus(answer.status(), answer.error().type(), answer.error().reason());
    }
    if (cause instanceof ResponseException answer) {
      return ofStatus(answer.getResponse().getStatusLine().getStatusCode(), null, null);
    }
    if (cause instanceof TransportException answer) {
      if (isAboutTheProduct(answer)) {
        return new ItemOutcome.Fatal(
            "an answer without the header X-Elastic-Product",
            "check that the address is that of Elasticsearch and that no proxy removes the header");
      }
      // An answer cut short or garbled: nobody knows what was taken, and writing twice does no
      // harm.
      return answer.statusCode() / 100 == 2
          ? new ItemOutcome.Retry("an answer that cannot be read")
          : ofStatus(answer.statusCode(), null, null);
    }
    if (causedBy(cause, CertificateException.class) != null) {
      return new ItemOutcome.Fatal(
          "its TLS certificate is not trusted", "name the file of its certificate authority");
    }
    if (cause instanceof IOException) {
      return new ItemOutcome.Retry(cause.getClass().getSimpleName());
    }
    return new ItemOutcome.Fatal(
        cause.toString(), "restart the job; if it happens again, report it as a defect");
  }

  // Of a whole request a missing page is no "nothing to delete", and a conflict no older version.
  private static ItemOutcome ofStatus(int status, @Nullable String type, @Nullable String reason) {
    String named = type == null ? "http_" + status : type;
    if (status == 409) {
      return new ItemOutcome.Retry(status + " " + named);
    }
    return ItemOutcome.classify(status, named, reason);
  }

  private static boolean isAboutTheProduct(TransportException answer) {
    return answer.statusCode() == 200
        && answer.response() != null
        && answer.response().header("X-Elastic-Product") == null;
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static @Nullable Throwable causedBy(Throwable failure, Class<?> type) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 16; depth++) {
      if (type.isInstance(cause)) {
        return cause;
      }
      cause = cause.getCause();
    }
    return null;
  }
}
