package dev.kilde.local.demo;

import java.util.List;
import java.util.Set;

/**
 * Commands that answer a marketer's questions about what was played.
 *
 * @param elasticsearch URL
 * @param tenants whose people there are
 */
record MarketersQuestions(String elasticsearch, Set<String> tenants) {

  /** What to print; nothing where nobody arrived. */
  List<String> lines() {
    if (tenants.isEmpty()) {
      return List.of();
    }
    String alias = "profiles-" + (tenants.size() == 1 ? tenants.iterator().next() : "*");
    return List.of(
        "",
        "Who bought for 500 or more, the best customers first?",
        search(
            alias,
            "{\"query\":{\"range\":{\"purchases.netTotal\":{\"gte\":500}}},"
                + "\"sort\":[{\"purchases.netTotal\":\"desc\"}]}"),
        "Who may get the newsletter by e-mail, and can be reached?",
        search(
            alias,
            "{\"query\":{\"bool\":{\"filter\":[{\"term\":{\"reachable.email\":true}},"
                + "{\"nested\":{\"path\":\"permissions\",\"query\":{\"bool\":{\"filter\":["
                + "{\"term\":{\"permissions.channel\":\"email\"}},"
                + "{\"term\":{\"permissions.purpose\":\"newsletter\"}},"
                + "{\"term\":{\"permissions.status\":\"granted\"}}]}}}}]}}}"),
        "Who left something in the cart, never bought, and has given an address?",
        search(
            alias,
            "{\"query\":{\"bool\":{\"filter\":[{\"exists\":{\"field\":\"cart.value\"}},"
                + "{\"exists\":{\"field\":\"identifiers.email\"}}],"
                + "\"must_not\":[{\"exists\":{\"field\":\"purchases.lastAt\"}}]}}}"),
        "");
  }

  private String search(String alias, String query) {
    return "  curl -s '"
        + elasticsearch
        + "/"
        + alias
        + "/_search?pretty&size=3' -H 'Content-Type: application/json' -d '"
        + query
        + "'";
  }
}
