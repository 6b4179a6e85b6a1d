package dev.kilde.schemas.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Schemas from a registry that speaks Confluent's protocol. Schemas found are kept for good, since
 * an id never changes its meaning; an id not found is asked for again after a minute. Not
 * thread-safe.
 */
public final class SchemaRegistry implements WriterSchemas {

  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);
  private static final int MOST_ABSENT = 10_000;

  private final URI base;
  private final Map<String, String> headers;
  private final Duration timeout;
  private final InstantSource clock;
  private final HttpClient client;
  private final Map<Integer, Schema> found = new HashMap<>();
  private final Map<Integer, Instant> absentUntil = new HashMap<>();

  /**
   * A client; it does not connect yet.
   *
   * @param base address of the registry, for example {@code http://registry:8081}
   * @param headers sent with every request, for example {@code Authorization}
   * @param timeout longest time to connect, and longest time to answer
   */
  public SchemaRegistry(URI base, Map<String, String> headers, Duration timeout) {
    this(base, headers, timeout, InstantSource.system());
  }

  SchemaRegistry(URI base, Map<String, String> headers, Duration timeout, InstantSource clock) {
    String text = base.toString();
    this.base = text.endsWith("/") ? base : URI.create(text + "/");
    this.headers = Map.copyOf(headers);
    this.timeout = timeout;
    this.clock = clock;
    this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  @Override
  public Optional<Schema> byId(int id) {
    Schema known = found.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Instant until = absentUntil.get(id);
    if (until != null && clock.instant().isBefore(until)) {
      return Optional.empty();
    }
    Optional<Schema> answer = ask(id);
    answer.ifPresentOrElse(schema -> found.put(id, schema), () -> remember(id));
    return answer;
  }

  private void remember(int absent) {
    if (absentUntil.size() >= MOST_ABSENT) {
      absentUntil.clear();
    }
    absentUntil.put(absent, clock.instant().plus(ASK_AGAIN));
  }

  private Optional<Schema> ask(int id) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("schemas/ids/" + Integer.toUnsignedString(id)))
            .timeout(timeout)
            .header("Accept", "application/vnd.schemaregistry.v1+json, application/json");
    headers.forEach(request::header);
    HttpResponse<byte[]> response;
    try {
      response = client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(id, "was interrupted", new InterruptedIOException());
    } catch (IOException e) {
      throw failed(
          id,
          "does not answer within "
              + timeout
              + " ("
              + e.getClass().getSimpleName()
              + "): is it up, is the address right?",
          e);
    }
    return switch (response.statusCode()) {
      case 200 -> RegisteredSchema.parse(new String(response.body(), StandardCharsets.UTF_8));
      case 404 -> Optional.empty();
      case 401, 403 ->
          throw failed(
              id,
              "refuses access (HTTP " + response.statusCode() + "): are its credentials set?",
              null);
      default -> throw failed(id, "answers HTTP " + response.statusCode(), null);
    };
  }

  private UncheckedIOException failed(int id, String words, @Nullable IOException cause) {
    String message =
        "schema registry %s:%d, asked for schema %d, %s"
            .formatted(base.getHost(), base.getPort(), Integer.toUnsignedLong(id), words);
    return new UncheckedIOException(message, cause == null ? new IOException(message) : cause);
  }
}
