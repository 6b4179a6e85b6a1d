package dev.kilde.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Requests to Flink's REST API: JSON in and out, an exception for every answer but success. */
final class FlinkRest {

  // Submission runs the job's main method before it answers.
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String BOUNDARY = "kilde-7f1c2a9e5b";

  private final String url;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  FlinkRest(String url) {
    this.url = url;
  }

  String url() {
    return url;
  }

  ObjectMapper json() {
    return json;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(path, "GET", BodyPublishers.noBody(), "application/json");
  }

  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return send(path, "POST", BodyPublishers.ofString(body.toString()), "application/json");
  }

  void patch(String path) throws IOException, InterruptedException {
    send(path, "PATCH", BodyPublishers.noBody(), "application/json");
  }

  /** Sends a file as the one part of a form. */
  JsonNode upload(String path, Path file) throws IOException, InterruptedException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type: application/x-java-archive\r\n\r\n"
            .formatted(BOUNDARY, file.getFileName());
    BodyPublisher form =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY)));
    return send(path, "POST", form, "multipart/form-data; boundary=" + BOUNDARY);
  }

  private JsonNode send(String path, String method, BodyPublisher body, String type)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(PATIENCE)
            .header("Content-Type", type)
            .method(method, body)
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          "%s %s%s: HTTP %d%n%s"
              .formatted(method, url, path, response.statusCode(), errors(response.body())));
    }
    return response.body().isEmpty() ? json.createObjectNode() : json.readTree(response.body());
  }

  private String errors(String body) {
    try {
      JsonNode errors = json.readTree(body).path("errors");
      return errors.isEmpty()
          ? body
          : StreamSupport.stream(errors.spliterator(), false)
              .map(JsonNode::asText)
              .collect(Collectors.joining(System.lineSeparator()));
    } catch (IOException notJson) {
      return body;
    }
  }
}
