package dev.kilde.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kilde.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest {

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private HttpServer server;
  private URI address;
  private Instant now = Instant.EPOCH;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/registry/schemas/ids/", this::answer);
    server.setExecutor(
        runnable -> {
          Thread thread = new Thread(runnable, "registry");
          thread.setDaemon(true);
          thread.start();
        });
    server.start();
    address = URI.create("http://localhost:" + server.getAddress().getPort() + "/registry");
  }

  @AfterEach
  void stop() {
    stopped.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    String schema = Topic.ORDERS.schema().toString().replace("\\", "\\\\").replace("\"", "\\\"");
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "1" -> send(exchange, 200, "{\"schema\":\"" + schema + "\"}");
      case "2" -> send(exchange, 200, "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}");
      case "3" -> send(exchange, 200, "<html>");
      case "4" -> send(exchange, 503, "");
      case "5" -> send(exchange, 401, "");
      case "6" -> awaitStop();
      case "7" ->
          send(
              exchange,
              200,
              "{\"schema\":\"{\\\"type\\\":\\\"other.Name\\\"}\",\"references\":[{}]}");
      case "8" -> send(exchange, 200, "{\"id\":8}");
      default -> send(exchange, 404, "{\"error_code\":40403}");
    }
  }

  private void awaitStop() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private SchemaRegistry registry(Duration timeout) {
    return new SchemaRegistry(address, Map.of("Authorization", "Basic eDp5"), timeout, () -> now);
  }

  @Test
  void aSchemaIsAskedForOnce() {
    SchemaRegistry registry = registry(Duration.ofSeconds(10));
    assertThat(registry.byId(1)).contains(Topic.ORDERS.schema());
    assertThat(registry.byId(1)).contains(Topic.ORDERS.schema());
    assertThat(requests).containsExactly("/registry/schemas/ids/1 Basic eDp5");
  }

  @Test
  void anIdThatIsNotThereIsAskedForAgainAfterAMinute() {
    SchemaRegistry registry = registry(Duration.ofSeconds(10));
    assertThat(registry.byId(-1)).isEmpty();
    now = now.plusSeconds(59);
    assertThat(registry.byId(-1)).isEmpty();
    assertThat(requests).hasSize(1);
    now = now.plusSeconds(1);
    assertThat(registry.byId(-1)).isEmpty();
    assertThat(requests).hasSize(2);
  }

  @Test
  void otherKindsOfSchemaAreNone() {
    assertThat(registry(Duration.ofSeconds(10)).byId(2)).isEmpty();
    assertThat(registry(Duration.ofSeconds(10)).byId(7)).isEmpty();
  }

  @Test
  void aRegistryThatFailsSaysHow() {
    SchemaRegistry registry = registry(Duration.ofSeconds(10));
    assertFails(registry, 3, "is this the address of a schema registry?");
    assertFails(registry, 4, "HTTP 503");
    assertFails(registry, 5, "credentials");
    assertFails(registry, 8, "is this the address of a schema registry?");
    assertFails(registry(Duration.ofMillis(200)), 6, "does not answer within PT0.2S");
    server.stop(0);
    assertFails(registry, 9, "is it up");
  }

  private static void assertFails(SchemaRegistry registry, int id, String words) {
    assertThatThrownBy(() -> registry.byId(id))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("eDp5");
  }
}
