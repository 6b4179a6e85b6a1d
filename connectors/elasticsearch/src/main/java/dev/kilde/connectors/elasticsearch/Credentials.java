package dev.kilde.connectors.elasticsearch;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Who writes. */
public sealed interface Credentials extends Serializable {

  /** A cluster without security. */
  record None() implements Credentials {}

  /** A user of Elasticsearch. */
  record Basic(String user, Secret password) implements Credentials {}

  /** An API key in the encoded form that Elasticsearch hands out. */
  record ApiKey(Secret key) implements Credentials {}

  /**
   * The value of the header {@code Authorization}, empty if there is none to send.
   *
   * @throws IOException if the secret cannot be read
   */
  default Optional<String> authorization(Map<String, String> environment) throws IOException {
    if (this instanceof Basic basic) {
      String pair = basic.user() + ":" + basic.password().read(environment);
      return Optional.of(
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    if (this instanceof ApiKey apiKey) {
      return Optional.of("ApiKey " + apiKey.key().read(environment));
    }
    return Optional.empty();
  }
}
