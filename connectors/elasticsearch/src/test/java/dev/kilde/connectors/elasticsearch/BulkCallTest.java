package dev.kilde.connectors.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import dev.kilde.connectors.elasticsearch.FakeElasticsearch.Odd;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a batch when the answer is right, and when it is odd. */
class BulkCallTest {
  private static final DocumentWrite A = put("a", 1);
  private static final DocumentWrite B = put("b", 1);
  private static final DocumentWrite POISON = put("poison", 1);
  private static final DocumentWrite C = put("c", 1);

  private FakeElasticsearch server;
  private ElasticsearchAsyncClient client;

  @BeforeEach
  void open() throws IOException {
    server = FakeElasticsearch.started();
    client = connection(Duration.ofSeconds(20)).open(4, Map.of());
  }

  @AfterEach
  void close() throws IOException {
    client._transport().close();
    server.close();
  }

  @Test
  void each_document_gets_its_own_outcome() throws Exception {
    assertThat(outcomes(A, POISON, B, A, DocumentWrite.delete("people", "b", null, 2)))
        .containsExactly("Done", "Reject", "Done", "Stale", "Done");
    assertThat(server.documents()).containsOnlyKeys("people/a");
  }

  @Test
  void a_document_over_several_lines_does_not_break_the_request() throws Exception {
    DocumentWrite lines =
        DocumentWrite.put("people", "lines", null, 1, "{\n \"x\":\r\n 1\n}".getBytes(UTF_8));
    assertThat(outcomes(A, lines, B)).containsExactly("Done", "Done", "Done");
  }

  @Test
  void a_request_too_large_is_sent_in_halves_and_the_document_too_large_alone_is_rejected()
      throws Exception {
    server.refuseRequestsLargerThan(400);
    DocumentWrite large =
        DocumentWrite.put(
            "people", "large", null, 1, ("{\"x\":\"" + "x".repeat(500) + "\"}").getBytes(UTF_8));
    assertThat(outcomes(A, B, large, C)).containsExactly("Done", "Done", "Reject", "Done");
    assertThat(server.documents()).containsOnlyKeys("people/a", "people/b", "people/c");
  }

  @Test
  void a_request_refused_as_malformed_is_sent_in_halves_too() throws Exception {
    server.answerNextWith(
        Odd.json(
            400,
            "{\"error\":{\"type\":\"illegal_argument_exception\",\"reason\":\"malformed\"},\"status\":400}"));
    assertThat(outcomes(A, B)).containsExactly("Done", "Done");
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void busy_and_broken_servers_are_tried_again() throws Exception {
    for (Odd odd :
        List.of(
            Odd.json(429, "{\"error\":{\"type\":\"circuit_breaking_exception\"},\"status\":429}"),
            Odd.json(503, ""),
            Odd.html(502),
            Odd.html(504),
            Odd.json(500, "{}"))) {
      server.answerNextWith(odd);
      assertThat(outcomes(A, B)).as("%s", odd).containsExactly("Retry", "Retry");
    }
  }

  @Test
  void an_answer_that_cannot_be_read_is_asked_for_again() throws Exception {
    for (Odd odd :
        List.of(
            Odd.json(200, "{\"took\":1,\"errors\":false,\"items\":[{\"index\":{\"_ind"),
            Odd.json(200, "not json"),
            Odd.json(200, ""),
            Odd.json(200, "{\"took\":1,\"errors\":false,\"items\":[]}"),
            new Odd(200, "text/html", true, "<html/>"))) {
      server.answerNextWith(odd);
      assertThat(outcomes(A, B)).as("%s", odd).containsExactly("Retry", "Retry");
    }
  }

  @Test
  void what_no_retry_can_mend_is_fatal() throws Exception {
    for (Odd odd :
        List.of(
            Odd.json(401, "{\"error\":{\"type\":\"security_exception\"},\"status\":401}"),
            Odd.json(403, "{\"error\":{\"type\":\"security_exception\"},\"status\":403}"),
            Odd.html(404),
            Odd.html(405),
            Odd.html(200))) {
      server.answerNextWith(odd);
      assertThat(outcomes(A, B)).as("%s", odd).containsExactly("Fatal", "Fatal");
    }
  }

  @Test
  void a_server_that_is_down_is_tried_again() throws Exception {
    server.stop();
    assertThat(outcomes(A)).containsExactly("Retry");
  }

  @Test
  void a_server_that_never_answers_is_tried_again() throws Exception {
    server.fallSilent();
    ElasticsearchAsyncClient hasty = connection(Duration.ofMillis(200)).open(1, Map.of());
    try {
      assertThat(outcomes(hasty, A)).containsExactly("Retry");
    } finally {
      hasty._transport().close();
    }
  }

  private ElasticsearchConnection connection(Duration timeout) {
    return new ElasticsearchConnection(
        List.of(URI.create(server.address())),
        new Credentials.None(),
        null,
        Duration.ofSeconds(5),
        timeout);
  }

  private List<String> outcomes(DocumentWrite... writes) throws Exception {
    return outcomes(client, writes);
  }

  private static List<String> outcomes(ElasticsearchAsyncClient client, DocumentWrite... writes)
      throws Exception {
    return new BulkCall(client, false)
        .send(List.of(writes)).get(30, TimeUnit.SECONDS).stream()
            .map(outcome -> outcome.getClass().getSimpleName())
            .toList();
  }

  private static DocumentWrite put(String id, long version) {
    return DocumentWrite.put("people", id, null, version, "{\"x\":1}".getBytes(UTF_8));
  }
}
