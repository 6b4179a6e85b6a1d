package dev.kilde.insight;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Names by which a savepoint is found again, as checked in. */
final class ReleasedNames {

  private ReleasedNames() {}

  /** The lines of a resource beside the classes, comments left out. */
  static List<String> in(String resource) throws IOException {
    try (InputStream in = ReleasedNames.class.getResourceAsStream("/" + resource)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
