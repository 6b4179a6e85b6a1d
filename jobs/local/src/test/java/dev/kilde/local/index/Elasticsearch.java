package dev.kilde.local.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** What a marketer's tool would send: plain HTTP and JSON. */
final class Elasticsearch {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String address;

  Elasticsearch(String address) {
    this.address = address;
  }

  /** The answer's body, whatever its status. */
  JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  /** The document with its metadata; {@code found} is false or missing if there is none. */
  JsonNode get(String alias, String id) throws IOException, InterruptedException {
    return send("GET", "/" + alias + "/_doc/" + id, "");
  }

  /** Ids of the people found. */
  List<String> search(String alias, String body) throws IOException, InterruptedException {
    send("POST", "/" + alias + "/_refresh", "");
    JsonNode answer = send("POST", "/" + alias + "/_search", body);
    if (!answer.has("hits")) {
      throw new AssertionError(answer.toPrettyString());
    }
    List<String> ids = new ArrayList<>();
    answer.at("/hits/hits").forEach(hit -> ids.add(hit.get("_id").asText()));
    return ids;
  }
}
