package dev.kilde.profile.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real purchases, against sums made from the raw lines without any of our code. */
class ReplayDataTest {

  private static final Instant SUMMARY_UNTIL = Instant.parse("1997-10-01T00:00:00Z");

  @TempDir Path root;

  /** What is compared, {@link #toTheCent}: some raw amounts carry the noise of binary fractions. */
  private record Sums(
      int orders,
      int receipts,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt,
      BigDecimal netTotal) {

    static final Sums NONE = new Sums(0, 0, null, null, BigDecimal.ZERO);

    /** With one more purchase. */
    Sums with(boolean order, boolean valid, Instant at, BigDecimal net) {
      BigDecimal total = netTotal.add(net);
      if (!valid) {
        return new Sums(orders, receipts, firstAt, lastAt, total);
      }
      return new Sums(
          orders + (order ? 1 : 0),
          receipts + (order ? 0 : 1),
          firstAt == null || at.isBefore(firstAt) ? at : firstAt,
          lastAt == null || at.isAfter(lastAt) ? at : lastAt,
          total);
    }

    Sums toTheCent() {
      return new Sums(
          orders, receipts, firstAt, lastAt, netTotal.setScale(2, RoundingMode.HALF_EVEN));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cdnow", "online-retail", "complete-journey"})
  void extractsAddUp(String set) throws Exception {
    addsUp(RealPurchases.carried(set));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cdnow", "online-retail", "complete-journey"})
  void wholeSetsAddUp(String set) throws Exception {
    addsUp(RealPurchases.whole(set));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recencyIsThePublishedOne(boolean whole) throws Exception {
    RealPurchases set = whole ? RealPurchases.whole("cdnow") : RealPurchases.carried("cdnow");
    ReplayFolder folder = new ReplayFolder(root);
    folder.run(set.events(), 2, SUMMARY_UNTIL);

    Map<Integer, String> recency = new TreeMap<>();
    profiles(folder, "contactId")
        .forEach(
            (id, sums) -> {
              Instant first = sums.firstAt();
              Instant last = sums.lastAt();
              if (first != null && last != null) {
                long days =
                    Duration.between(
                            first.truncatedTo(ChronoUnit.DAYS), last.truncatedTo(ChronoUnit.DAYS))
                        .toDays();
                recency.put(Integer.valueOf(id), weeks(days));
              }
            });
    Map<Integer, String> published = new TreeMap<>();
    for (String row : Files.readAllLines(set.folder().resolve("cdnow_customers_summary.csv"))) {
      String[] cells = row.split(",", -1);
      if (!cells[0].equals("ID")) {
        published.put(
            Integer.valueOf(cells[0]), new BigDecimal(cells[2]).setScale(2).toPlainString());
      }
    }
    assertThat(published).hasSize(whole ? 2357 : 100);
    assertThat(recency).containsExactlyInAnyOrderEntriesOf(published);
  }

  private void addsUp(RealPurchases set) throws Exception {
    List<JsonNode> orders = set.read("orders");
    List<JsonNode> receipts = set.read("receipts");
    String kind =
        Stream.concat(orders.stream(), receipts.stream())
            .findFirst()
            .orElseThrow()
            .get("identifiers")
            .fieldNames()
            .next();
    Map<String, Sums> expected = new TreeMap<>();
    for (JsonNode order : orders) {
      add(expected, kind, order, true, Instant.parse(order.get("placedAt").asText()));
    }
    for (JsonNode receipt : receipts) {
      add(expected, kind, receipt, false, Instant.parse(receipt.get("soldAt").asText()));
    }
    expected.replaceAll((person, sums) -> sums.toTheCent());
    ReplayFolder folder = new ReplayFolder(root);

    ReplaySummary summary = folder.run(set.events(), 2, null);

    assertThat(summary.profiles()).isEqualTo(expected.size());
    assertThat(profiles(folder, kind)).containsExactlyInAnyOrderEntriesOf(expected);
    assertThat(folder.lines("dead-letters")).isEmpty();
  }

  /**
   * None of the sets has rejected orders, snapshots of one order, or returns of a named receipt.
   */
  private static void add(
      Map<String, Sums> sums, String kind, JsonNode purchase, boolean order, Instant at) {
    BigDecimal net = BigDecimal.ZERO;
    boolean bought = order;
    for (JsonNode line : purchase.get("lines")) {
      // One line of the grocer's holds what floating point left over: 4.4E-16.
      net =
          net.add(new BigDecimal(line.get("amount").asText()).setScale(6, RoundingMode.HALF_EVEN));
      bought |= new BigDecimal(line.get("quantity").asText()).signum() > 0;
    }
    String id = purchase.get("identifiers").get(kind).asText();
    sums.put(id, sums.getOrDefault(id, Sums.NONE).with(order, bought, at, net));
  }

  private static Map<String, Sums> profiles(ReplayFolder folder, String kind) throws IOException {
    Map<String, Sums> profiles = new HashMap<>();
    for (JsonNode profile : folder.trees("profiles")) {
      JsonNode purchases = profile.get("purchases");
      assertThat(profile.at("/identifiers/" + kind)).hasSize(1);
      profiles.put(
          profile.at("/identifiers/" + kind + "/0").asText(),
          new Sums(
                  purchases.get("orders").asInt(),
                  purchases.get("receipts").asInt(),
                  instant(purchases.get("firstAt")),
                  instant(purchases.get("lastAt")),
                  new BigDecimal(purchases.get("netTotal").asText()))
              .toTheCent());
    }
    return new TreeMap<>(profiles);
  }

  private static @Nullable Instant instant(@Nullable JsonNode node) {
    return node == null ? null : Instant.parse(node.asText());
  }

  private static String weeks(long days) {
    return BigDecimal.valueOf(days)
        .divide(BigDecimal.valueOf(7), 2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
