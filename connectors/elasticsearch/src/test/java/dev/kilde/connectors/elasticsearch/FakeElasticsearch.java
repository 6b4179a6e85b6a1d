package dev.kilde.connectors.elasticsearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers bulk requests like Elasticsearch does (external versions, one answer an item) or, when
 * told so, oddly: for the answers a real node does not give on demand.
 *
 * <p>Documents whose id starts with {@code poison} do not fit the mapping. {@link #stop()} and
 * {@link #start()} are an outage on the same port.
 */
final class FakeElasticsearch implements AutoCloseable {

  /** A document as held; {@code json} is empty once deleted. */
  record Held(long version, String json) {}

  /** An answer to give instead of the right one; {@code body} may be cut short. */
  record Odd(int status, String contentType, boolean product, String body) {
    static Odd json(int status, String body) {
      return new Odd(status, "application/json", true, body);
    }

    static Odd html(int status) {
      return new Odd(status, "text/html", false, "<html>" + status + "</html>");
    }
  }

  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final Queue<Odd> odd = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Odd always;
  private volatile boolean silent;
  private volatile int maxBytes = Integer.MAX_VALUE;
  private volatile String lastAuthorization = "";
  private int port;
  private HttpServer server;

  static FakeElasticsearch started() throws IOException {
    FakeElasticsearch fake = new FakeElasticsearch();
    fake.start();
    return fake;
  }

  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    port = server.getAddress().getPort();
    server.setExecutor(threads);
    server.createContext("/_bulk", this::answer);
    server.start();
  }

  void stop() {
    server.stop(0);
  }

  @Override
  public void close() {
    end.countDown();
    stop();
    threads.shutdownNow();
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The next requests get these answers, one each. */
  void answerNextWith(Odd... answers) {
    odd.addAll(List.of(answers));
  }

  /** Every request gets this answer, until told null. */
  void answerAlwaysWith(Odd answer) {
    always = answer;
  }

  /** Takes requests and never answers. */
  void fallSilent() {
    silent = true;
  }

  void refuseRequestsLargerThan(int bytes) {
    maxBytes = bytes;
  }

  int requests() {
    return requests.get();
  }

  /** Items of all bulk requests that were answered rightly. */
  int writes() {
    return writes.get();
  }

  String lastAuthorization() {
    return lastAuthorization;
  }

  /** Held documents by {@code target/id}, deleted ones left out. */
  Map<String, Held> documents() {
    Map<String, Held> documents = new ConcurrentHashMap<>(held);
    documents.values().removeIf(document -> document.json().isEmpty());
    return documents;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    requests.incrementAndGet();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    lastAuthorization = authorization == null ? "" : authorization;
    Odd next = odd.poll();
    if (silent) {
      awaitEnd();
    } else if (next != null) {
      send(exchange, next);
    } else if (always != null) {
      send(exchange, always);
    } else if (body.length > maxBytes) {
      send(exchange, Odd.html(413));
    } else {
      send(exchange, Odd.json(200, bulk(new String(body, StandardCharsets.UTF_8))));
    }
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Odd answer) throws IOException {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    if (answer.product()) {
      exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private String bulk(String request) {
    List<String> items = new ArrayList<>();
    Iterator<String> lines = request.lines().iterator();
    while (lines.hasNext()) {
      JsonObject action = object(lines.next());
      boolean delete = action.containsKey("delete");
      JsonObject meta = action.getJsonObject(delete ? "delete" : "index");
      items.add(item(delete ? "delete" : "index", meta, delete ? "" : lines.next()));
      writes.incrementAndGet();
    }
    return "{\"took\":1,\"errors\":false,\"items\":[" + String.join(",", items) + "]}";
  }

  private String item(String action, JsonObject meta, String json) {
    String index = meta.getString("_index");
    String id = meta.getString("_id");
    long version = meta.getJsonNumber("version").longValue();
    if (id.startsWith("poison")) {
      return error(action, index, id, 400, "document_parsing_exception", "failed to parse field");
    }
    if (!store(index + "/" + id, new Held(version, json))) {
      return error(action, index, id, 409, "version_conflict_engine_exception", "stale");
    }
    return "{\"%s\":{\"_index\":\"%s\",\"_id\":\"%s\",\"status\":200,\"result\":\"updated\"}}"
        .formatted(action, index, id);
  }

  private synchronized boolean store(String document, Held written) {
    Held now = held.get(document);
    if (now != null && now.version() >= written.version()) {
      return false;
    }
    held.put(document, written);
    return true;
  }

  private static String error(
      String action, String index, String id, int status, String type, String reason) {
    return "{\"%s\":{\"_index\":\"%s\",\"_id\":\"%s\",\"status\":%d,\"error\":{\"type\":\"%s\",\"reason\":\"%s\"}}}"
        .formatted(action, index, id, status, type, reason);
  }

  private static JsonObject object(String line) {
    return Json.createReader(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))
        .readObject();
  }
}
