package dev.kilde.local.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.wire.WireForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class SampleShopTest {

  private static final ShopOptions SMALL = ShopOptions.DEFAULT.withPeople(150).withDays(30);

  /** Changes only with a commit that says why lives have become different. */
  private static final String GOLDEN =
      "8c946de6fa1dd638fc7da4b85098760e27173071211815e082ea123adf26f000";

  private final JsonForm json = new JsonForm();

  @Test
  void the_same_options_give_the_same_bytes_on_every_machine() throws Exception {
    assertThat(hash(SMALL)).isEqualTo(hash(SMALL)).isEqualTo(GOLDEN);
  }

  @Test
  void another_seed_gives_another_shop() throws Exception {
    assertThat(hash(SMALL.withSeed(2))).isNotEqualTo(hash(SMALL));
  }

  @Test
  void events_come_in_order_of_time_within_the_span() {
    Instant last = SMALL.start();
    for (ShopEvent event : new SampleShop(SMALL)) {
      assertThat(event.occurredAt()).isBetween(last, SMALL.end().minusMillis(1));
      assertThat(Envelopes.occurredAt(event.event())).isEqualTo(event.occurredAt());
      last = event.occurredAt();
    }
  }

  @Test
  void every_event_passes_validation_in_both_forms() {
    InputDecoder decoder = new InputDecoder();
    WireForm wire = new WireForm();
    for (ShopEvent event : new SampleShop(SMALL)) {
      String line = text(event.event());
      try {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThat(text(decoder.json(event.topic(), bytes))).isEqualTo(line);
        byte[] message = wire.encode(event.event());
        assertThat(text(decoder.wire(event.topic(), message, event.occurredAt()))).isEqualTo(line);
      } catch (RejectedException rejected) {
        fail("%s: %s", line, rejected);
      }
    }
  }

  @Test
  void no_event_id_comes_twice_in_a_topic() {
    Set<String> seen = new HashSet<>();
    for (ShopEvent event : new SampleShop(SMALL)) {
      assertThat(seen.add(event.topic() + " " + Envelopes.eventId(event.event()))).isTrue();
    }
  }

  @Test
  void as_many_people_have_events_as_were_asked_for() {
    for (ShopOptions options : List.of(SMALL, SMALL.withDays(1), SMALL.withPeople(1))) {
      SampleShop shop = new SampleShop(options);
      Set<Integer> authors = new HashSet<>();
      for (ShopEvent event : shop) {
        if (event.topic() != Topic.PRODUCTS) {
          authors.add(Author.of(event));
        }
      }
      assertThat(authors).hasSize(options.people());
      assertThat(shop.people()).isEqualTo(options.people());
    }
  }

  @Test
  void identifiers_are_one_persons_but_what_a_household_shares_tills_and_nonsense() {
    Map<String, Set<Integer>> owners = new HashMap<>();
    for (ShopEvent event : new SampleShop(SMALL.withPeople(600))) {
      Identifiers who = Envelopes.identifiers(event.event());
      if (who != null) {
        for (Schema.Field field : who.getSchema().getFields()) {
          if (who.get(field.pos()) != null) {
            owners
                .computeIfAbsent(field.name() + ":" + who.get(field.pos()), key -> new TreeSet<>())
                .add(Author.of(event));
          }
        }
      }
    }
    int shared = 0;
    for (Map.Entry<String, Set<Integer>> owned : owners.entrySet()) {
      String identifier = owned.getKey();
      if (owned.getValue().size() == 1
          || identifier.startsWith("deviceId:till-")
          || Set.of("email:anonymous", "email:test@test.com").contains(identifier)) {
        continue;
      }
      assertThat(identifier).matches("(deviceId|cardToken):.*");
      assertThat(owned.getValue().stream().map(person -> person / 3).distinct()).hasSize(1);
      shared++;
    }
    assertThat(shared).isPositive();
  }

  @Test
  void a_life_does_not_depend_on_how_many_others_there_are() {
    Map<Integer, List<String>> few = lives(SMALL);
    Map<Integer, List<String>> many = lives(SMALL.withPeople(300));
    assertThat(many).hasSize(2 * few.size()).containsAllEntriesOf(few);
  }

  @Test
  void every_kind_of_person_and_every_family_of_events_is_there() {
    Map<Topic, Integer> families = new TreeMap<>();
    for (ShopEvent event : new SampleShop(SMALL)) {
      families.merge(event.topic(), 1, Integer::sum);
    }
    assertThat(families)
        .containsOnlyKeys(
            Topic.TRACKING,
            Topic.ORDERS,
            Topic.RECEIPTS,
            Topic.CONTACTS,
            Topic.PERMISSIONS,
            Topic.ENGAGEMENT,
            Topic.PRODUCTS,
            Topic.PRIVACY);
    assertThat(families.get(Topic.TRACKING)).isGreaterThan(1_000);
  }

  private Map<Integer, List<String>> lives(ShopOptions options) {
    Map<Integer, List<String>> lives = new HashMap<>();
    for (ShopEvent event : new SampleShop(options)) {
      if (event.topic() != Topic.PRODUCTS) {
        lives.computeIfAbsent(Author.of(event), key -> new ArrayList<>()).add(text(event.event()));
      }
    }
    return lives;
  }

  private String text(SpecificRecord event) {
    return new String(json.write(event), StandardCharsets.UTF_8);
  }

  private String hash(ShopOptions options) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (ShopEvent event : new SampleShop(options)) {
      digest.update(json.write(event.event()));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
