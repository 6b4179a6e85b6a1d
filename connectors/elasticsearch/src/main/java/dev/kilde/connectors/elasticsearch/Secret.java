package dev.kilde.connectors.elasticsearch;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a secret is found: in an environment variable or in a file of the machine that connects.
 * The secret itself is read there and then; it never stands in the job graph, in options or in
 * logs.
 */
public sealed interface Secret extends Serializable {

  /** An environment variable. */
  record InEnvironment(String variable) implements Secret {}

  /** A file that holds the secret and nothing else; white space around it is not part of it. */
  record InFile(String path) implements Secret {}

  /**
   * Reads the secret.
   *
   * @throws IOException naming the variable or file that is missing, empty or unreadable
   */
  default String read(Map<String, String> environment) throws IOException {
    if (this instanceof InEnvironment place) {
      String secret = environment.getOrDefault(place.variable(), "");
      if (secret.isBlank()) {
        throw new IOException(
            "The environment variable "
                + place.variable()
                + " should hold a secret but is not set.");
      }
      return secret.strip();
    }
    String path = ((InFile) this).path();
    String secret;
    try {
      secret = Files.readString(Path.of(path)).strip();
    } catch (IOException e) {
      throw new IOException("The file " + path + " should hold a secret but cannot be read.", e);
    }
    if (secret.isEmpty()) {
      throw new IOException("The file " + path + " should hold a secret but is empty.");
    }
    return secret;
  }
}
