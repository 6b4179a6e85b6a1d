package dev.kilde.local.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries of {@code docs/elasticsearch.md}: a question in bold, then a JSON block. */
final class MarketersQueries {
  private static final Pattern QUERY =
      Pattern.compile(
          "^\\*\\*(.+?)\\*\\*\\s*```json\\n(.+?)```", Pattern.MULTILINE | Pattern.DOTALL);

  private MarketersQueries() {}

  /** Question to body, in the order of the page. */
  static Map<String, String> read() throws IOException {
    String page = Files.readString(Path.of("../../docs/elasticsearch.md"));
    Map<String, String> queries = new LinkedHashMap<>();
    for (Matcher query = QUERY.matcher(page); query.find(); ) {
      queries.put(query.group(1), query.group(2));
    }
    return queries;
  }
}
