package dev.kilde.connectors.kafka;

import dev.kilde.schemas.wire.SchemaRegistry;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a schema registry.
 *
 * @param url for example {@code http://registry:8081}
 * @param authorization the header's value, {@code Basic ...} or {@code Bearer ...}; null: none
 */
public record RegistryConnection(URI url, @Nullable String authorization) implements Serializable {

  private static final long serialVersionUID = 1;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A client; it asks for nothing yet. */
  public SchemaRegistry open() {
    return new SchemaRegistry(
        url, authorization == null ? Map.of() : Map.of("Authorization", authorization), TIMEOUT);
  }

  /** Without the authorization. */
  @Override
  public String toString() {
    return "schema registry at " + url;
  }
}
