package dev.kilde.profile;

import dev.kilde.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A generated shop of a few people on all six streams: purchases that change hands, returns,
 * snapshots that correct each other, several contents under one id, events at the same instant;
 * people known by a device first and by more later, who share devices, cards and addresses.
 *
 * @param tenant whose world this is
 * @param samples in no order, each once
 */
public record World(String tenant, List<Sample> samples) {

  public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  /** Everything occurs before this. */
  public static final Instant END = START.plus(Duration.ofDays(4));

  private static final List<String> NAMES =
      List.of("page_viewed", "product_viewed", "cart_added", "cart_removed", "cart_updated");
  private static final List<String> STATUSES =
      List.of("placed", "paid", "payment_rejected", "cancelled", "delivered", "returned");
  private static final List<String> KINDS =
      List.of("delivered", "opened", "clicked", "hard_bounced", "complained", "unsubscribed");

  /** The world of a seed. */
  public static World of(String tenant, long seed) {
    Random random = new Random(seed);
    int people = 1 + random.nextInt(4);
    int events = 3 + random.nextInt(25);
    Instant[] instants = new Instant[1 + random.nextInt(events)];
    for (int i = 0; i < instants.length; i++) {
      long most = random.nextInt(4) > 0 ? 90_000 : Duration.between(START, END).toMillis();
      instants[i] = START.plusMillis(random.nextLong(most));
    }
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      samples.add(
          any(random, "e" + i, instants[random.nextInt(instants.length)], people)
              .with("tenant", tenant));
      if (random.nextInt(8) == 0) {
        samples.add(corrected(random, samples.get(samples.size() - 1), people));
      }
    }
    return new World(tenant, List.copyOf(samples));
  }

  /** Many worlds, a tenant each. */
  public static List<World> many(int count, long seed) {
    List<World> worlds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      worlds.add(of("tenant-" + i, seed + i));
    }
    return worlds;
  }

  /** Any event of one of so many people. */
  public static Sample any(Random random, String eventId, Instant at, int people) {
    Sample sample =
        switch (random.nextInt(6)) {
          case 0 -> tracked(random, eventId, at);
          case 1, 2 -> purchase(random, eventId, at);
          case 3 ->
              Sample.of(Topic.CONTACTS, eventId, at)
                  .with(
                      "fields",
                      random.nextBoolean()
                          ? Map.of("firstName", "n" + random.nextInt(3), "country", "DK")
                          : Map.of("interests", List.of("tents"), "size", random.nextInt(9)));
          case 4 ->
              Sample.of(Topic.PERMISSIONS, eventId, at)
                  .with("channel", random.nextBoolean() ? "email" : "push")
                  .with("purpose", random.nextBoolean() ? "newsletter" : "profiling")
                  .with("status", random.nextBoolean() ? "granted" : "revoked");
          default ->
              Sample.of(Topic.ENGAGEMENT, eventId, at)
                  .with("channel", "email")
                  .with("kind", KINDS.get(random.nextInt(KINDS.size())))
                  .with("machine", random.nextInt(4) == 0);
        };
    if (sample.topic() == Topic.RECEIPTS && random.nextInt(5) == 0) {
      return sample;
    }
    return named(random, sample, random.nextInt(people));
  }

  /**
   * Of somebody, by any of their identifiers; homes, devices and cards are other people's as well.
   */
  private static Sample named(Random random, Sample sample, int person) {
    Sample named = sample;
    if (random.nextInt(3) > 0) {
      named = named.byContact("person-" + person);
    }
    if (random.nextInt(3) == 0) {
      String name = random.nextInt(6) == 0 ? "home" : "person-" + person + random.nextInt(2);
      named = named.by("email", name + "@x.dk");
    }
    if (random.nextInt(8) == 0) {
      named = named.by("phone", "+4532123" + (random.nextInt(6) == 0 ? "999" : "00" + person));
    }
    if (random.nextInt(8) == 0) {
      named = named.by("loyaltyNumber", "member-" + person);
    }
    if (random.nextInt(8) == 0) {
      named = named.by("cardToken", "card-" + (random.nextInt(4) == 0 ? "home" : person));
    }
    if (named == sample || random.nextInt(3) == 0) {
      named = named.by("deviceId", "d" + random.nextInt(4));
    }
    return random.nextInt(6) > 0 ? named : named.with("trust", "inferred");
  }

  /**
   * Another content under the same id: later, on another device, or, of a purchase, of another
   * person. What else happened keeps its strongest identifier: under another one it would be
   * another person's, of whom nobody here hears.
   */
  private static Sample corrected(Random random, Sample sample, int people) {
    boolean purchase = sample.topic() == Topic.ORDERS || sample.topic() == Topic.RECEIPTS;
    return switch (random.nextInt(3)) {
      case 0 ->
          purchase ? sample.byContact("person-" + random.nextInt(people)) : later(random, sample);
      case 1 ->
          purchase || sample.isBy("contactId") || sample.isBy("email")
              ? sample.by("deviceId", "d" + random.nextInt(9))
              : later(random, sample);
      default -> later(random, sample);
    };
  }

  private static Sample later(Random random, Sample sample) {
    return sample.with(
        "occurredAt", sample.occurredAt().plusMillis(random.nextInt(5_000)).toString());
  }

  private static Sample tracked(Random random, String eventId, Instant at) {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    Sample sample =
        Sample.of(Topic.TRACKING, eventId, at)
            .with("name", name)
            .with("productId", "p" + random.nextInt(4))
            .with("quantity", 1 + random.nextInt(2))
            .with("price", random.nextInt(100));
    return name.equals("cart_updated")
        ? sample.with("cart", Map.of("cartId", "c", "lines", lines(random, false)))
        : sample;
  }

  private static Sample purchase(Random random, String eventId, Instant at) {
    String placed = at.minusSeconds(random.nextInt(100)).toString();
    if (random.nextBoolean()) {
      Sample order =
          Sample.order(eventId, at, "o" + random.nextInt(3))
              .with("placedAt", placed)
              .with("status", STATUSES.get(random.nextInt(STATUSES.size())))
              .with("lines", lines(random, true));
      return random.nextBoolean()
          ? order
          : order.with("updatedAt", START.plusSeconds(random.nextInt(60)).toString());
    }
    Sample receipt =
        Sample.receipt(eventId, at, "r" + random.nextInt(3)).with("lines", lines(random, true));
    return random.nextInt(3) > 0
        ? receipt
        : receipt
            .with("returnOf", "r" + random.nextInt(3))
            .with("lines", List.of(Sample.line("p" + random.nextInt(4), -1, -20)));
  }

  private static List<Map<String, Object>> lines(Random random, boolean bought) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("productId", "p" + random.nextInt(4));
      line.put("quantity", random.nextInt(4));
      line.put(bought ? "amount" : "price", random.nextInt(1_000) / 100.0);
      if (bought && random.nextInt(4) == 0) {
        line.put("returnedQuantity", random.nextInt(3));
      }
      lines.add(line);
    }
    return lines;
  }
}
