package dev.kilde.connectors.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchConnectionTest {
  @TempDir Path folder;

  @Test
  void a_password_is_read_where_it_is_used_and_printed_nowhere() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
    ElasticsearchConnection connection =
        with(new Credentials.Basic("kilde", new Secret.InFile(file.toString())), null);
    assertThat(authorization(connection, Map.of())).isEqualTo("Basic a2lsZGU6czNjcmV0");
    assertThat(connection.toString()).doesNotContain("s3cret");
  }

  @Test
  void an_api_key_comes_from_the_environment() throws Exception {
    ElasticsearchConnection connection =
        with(new Credentials.ApiKey(new Secret.InEnvironment("KEY")), null);
    assertThat(authorization(connection, Map.of("KEY", "abc=="))).isEqualTo("ApiKey abc==");
  }

  @Test
  void a_secret_that_is_not_there_is_named() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty"));
    assertThatThrownBy(() -> new Secret.InEnvironment("KEY").read(Map.of()))
        .hasMessageContaining("KEY");
    assertThatThrownBy(() -> new Secret.InFile("/nowhere/key").read(Map.of()))
        .hasMessageContaining("/nowhere/key");
    assertThatThrownBy(() -> new Secret.InFile(empty.toString()).read(Map.of()))
        .hasMessageContaining("is empty");
  }

  @Test
  void a_ca_file_without_certificates_is_named() throws Exception {
    Path file = Files.writeString(folder.resolve("ca.pem"), "nothing");
    assertThatThrownBy(() -> with(new Credentials.None(), file.toString()).open(1, Map.of()))
        .hasMessageContaining(file.toString());
  }

  @Test
  void an_address_that_cannot_be_right_is_refused() {
    assertThatThrownBy(() -> ElasticsearchConnection.to("localhost:9200"))
        .hasMessageContaining("http://host:port");
    assertThatThrownBy(() -> ElasticsearchConnection.to()).hasMessageContaining("at least one");
    assertThatThrownBy(() -> ElasticsearchConnection.to("http://a:9200/x", "http://b:9200"))
        .hasMessageContaining("same path");
    assertThatThrownBy(() -> ElasticsearchConnection.to("http://kilde:s3cret@localhost:9200"))
        .hasMessageContaining("must not carry")
        .hasMessageNotContaining("s3cret");
  }

  private static ElasticsearchConnection with(Credentials credentials, String caFile) {
    return new ElasticsearchConnection(
        List.of(URI.create("http://127.0.0.1:1")),
        credentials,
        caFile,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5));
  }

  private static String authorization(
      ElasticsearchConnection connection, Map<String, String> environment) throws Exception {
    try (FakeElasticsearch server = FakeElasticsearch.started()) {
      ElasticsearchConnection there =
          new ElasticsearchConnection(
              List.of(URI.create(server.address())),
              connection.credentials(),
              null,
              connection.connectTimeout(),
              connection.requestTimeout());
      ElasticsearchAsyncClient client = there.open(1, environment);
      new BulkCall(client, false)
          .send(List.of(DocumentWrite.delete("people", "1", null, 1)))
          .get(20, TimeUnit.SECONDS);
      client._transport().close();
      return server.lastAuthorization();
    }
  }
}
