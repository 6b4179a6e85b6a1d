package dev.kilde.connectors.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.json.SimpleJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a cluster.
 *
 * @param hosts {@code http://host:port} or {@code https://host:port}, one or more, all with the
 *     same path (usually none)
 * @param caFile PEM file of the authorities whose TLS certificates are trusted; null: those of the
 *     Java runtime
 * @param connectTimeout until the connection stands
 * @param requestTimeout without a byte of an answer
 */
public record ElasticsearchConnection(
    List<URI> hosts,
    Credentials credentials,
    @Nullable String caFile,
    Duration connectTimeout,
    Duration requestTimeout)
    implements Serializable {

  public ElasticsearchConnection {
    hosts = List.copyOf(hosts);
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("at least one Elasticsearch host is needed");
    }
    for (URI host : hosts) {
      check(host);
    }
    if (hosts.stream().map(ElasticsearchConnection::path).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "all Elasticsearch hosts must have the same path: " + hosts);
    }
  }

  /** A cluster without security, with timeouts of 5 s to connect and 60 s to answer. */
  public static ElasticsearchConnection to(String... hosts) {
    return new ElasticsearchConnection(
        List.of(hosts).stream().map(URI::create).toList(),
        new Credentials.None(),
        null,
        Duration.ofSeconds(5),
        Duration.ofSeconds(60));
  }

  private static void check(URI host) {
    boolean http = "http".equals(host.getScheme()) || "https".equals(host.getScheme());
    if (host.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "an Elasticsearch host must not carry user and password (they would end in logs): "
              + host.getScheme()
              + "://***@"
              + host.getHost());
    }
    if (!http || host.getHost() == null) {
      throw new IllegalArgumentException(
          "an Elasticsearch host is written http://host:port or https://host:port, not " + host);
    }
  }

  private static String path(URI host) {
    String path = host.getPath() == null ? "" : host.getPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static HttpHost httpHost(URI host) {
    int port = host.getPort() >= 0 ? host.getPort() : 9200;
    return new HttpHost(host.getHost(), port, host.getScheme());
  }

  /** The hosts for messages to operators. */
  public String address() {
    return hosts.stream().map(URI::toString).collect(Collectors.joining(", "));
  }

  /**
   * A client of its own threads; close it. Nothing is sent yet.
   *
   * @param maxConnections requests under way at a time
   * @throws IOException if a secret or the CA file cannot be read
   */
  public ElasticsearchAsyncClient open(int maxConnections, Map<String, String> environment)
      throws IOException {
    Optional<String> authorization = credentials.authorization(environment);
    @Nullable SSLContext trust = caFile == null ? null : TrustedAuthorities.of(Path.of(caFile));
    RestClientBuilder builder =
        RestClient.builder(
                hosts.stream().map(ElasticsearchConnection::httpHost).toArray(HttpHost[]::new))
            .setRequestConfigCallback(
                config ->
                    config
                        .setConnectTimeout((int) connectTimeout.toMillis())
                        .setSocketTimeout((int) requestTimeout.toMillis()))
            .setHttpClientConfigCallback(
                http -> {
                  http.setMaxConnPerRoute(maxConnections).setMaxConnTotal(maxConnections);
                  return trust == null ? http : http.setSSLContext(trust);
                });
    authorization.ifPresent(
        value -> builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", value)}));
    String path = path(hosts.get(0));
    if (!path.isEmpty()) {
      builder.setPathPrefix(path);
    }
    return new ElasticsearchAsyncClient(
        new RestClientTransport(builder.build(), new SimpleJsonpMapper()));
  }
}
