package dev.kilde.local.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.ContactUpdate;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.OrderStatus;
import dev.kilde.schemas.record.PrivacyKind;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.Receipt;
import dev.kilde.schemas.record.TrackingEvent;
import dev.kilde.schemas.record.TrackingName;
import dev.kilde.schemas.record.Trust;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is known by what, and when: the stories identity resolution has to make sense of. */
class IdentityStoriesTest {

  private static final ShopOptions SHOP = ShopOptions.DEFAULT.withPeople(1_200);

  /** No two steps of one visit are further apart. */
  private static final Duration PAUSE = Duration.ofMinutes(2);

  private static final List<ShopEvent> EVENTS = new ArrayList<>();

  static {
    new SampleShop(SHOP).forEach(EVENTS::add);
  }

  @Test
  void most_of_what_happens_on_the_site_tells_the_device_alone() {
    List<TrackingEvent> all = all(TrackingEvent.class);
    double share = (double) all.stream().filter(e -> isDeviceOnly(e)).count() / all.size();
    assertThat(share).isBetween(0.75, 0.88);
    assertThat(all).allMatch(event -> event.getIdentifiers().getDeviceId() != null);
  }

  @Test
  void a_visitor_says_who_it_is_at_a_sign_in_a_form_a_review_or_by_a_link_in_a_mail() {
    for (TrackingEvent event : all(TrackingEvent.class)) {
      Identifiers who = event.getIdentifiers();
      boolean byLink =
          event.getUrl().contains("?m=") || event.getUrl().endsWith("newsletter/confirmed");
      switch (event.getName()) {
        case signed_in -> {
          assertThat(who.getContactId()).isNotNull();
          assertThat(event.getTrust()).isEqualTo(Trust.verified);
        }
        case form_submitted -> {
          assertThat(who.getEmail()).isNotNull();
          assertThat(event.getTrust()).isEqualTo(Trust.stated);
        }
        case review_submitted -> assertThat(who.getEmail()).isNotNull();
        case page_viewed -> assertThat(isDeviceOnly(event)).isNotEqualTo(byLink);
        default -> assertThat(isDeviceOnly(event)).isTrue();
      }
    }
  }

  @Test
  void an_anonymous_visit_goes_on_anonymously_after_the_sign_in() {
    Map<String, StringBuilder> visits = new HashMap<>();
    Map<String, Instant> last = new HashMap<>();
    List<String> over = new ArrayList<>();
    for (ShopEvent event : EVENTS) {
      if (event.event() instanceof TrackingEvent tracked) {
        String visitor = Author.of(event) + "/" + tracked.getIdentifiers().getDeviceId();
        Instant before = last.put(visitor, event.occurredAt());
        if (before != null && before.plus(PAUSE).isBefore(event.occurredAt())) {
          over.add(String.valueOf(visits.remove(visitor)));
        }
        visits
            .computeIfAbsent(visitor, key -> new StringBuilder())
            .append(
                isDeviceOnly(tracked)
                    ? "."
                    : tracked.getName() == TrackingName.signed_in ? "S" : "!");
      }
    }
    assertThat(over.stream().filter(visit -> visit.matches("\\.+S\\.+"))).hasSizeGreaterThan(100);
    assertThat(over.stream().filter(visit -> visit.matches("!\\.+"))).hasSizeGreaterThan(50);
    assertThat(over).noneMatch(visit -> visit.matches(".*S.*S.*"));
  }

  @Test
  void nobody_has_a_contact_id_before_the_register_knows_it() {
    Set<Integer> registered = new HashSet<>();
    Set<Integer> lookedAroundFirst = new HashSet<>();
    Set<Integer> seen = new HashSet<>();
    for (ShopEvent event : people()) {
      int author = Author.of(event);
      Identifiers who = Envelopes.identifiers(event.event());
      if (event.event() instanceof ContactUpdate && who.getContactId() != null) {
        if (registered.add(author) && seen.contains(author)) {
          lookedAroundFirst.add(author);
        }
      } else if (who != null && who.getContactId() != null) {
        assertThat(registered).contains(author);
      }
      seen.add(author);
    }
    assertThat(lookedAroundFirst).hasSizeGreaterThan(50);
  }

  @Test
  void an_order_is_placed_on_a_device_and_goes_on_without() {
    int guests = 0;
    for (Order order : all(Order.class)) {
      Identifiers who = order.getIdentifiers();
      assertThat(who.getEmail()).isNotNull();
      assertThat(who.getDeviceId() != null).isEqualTo(order.getStatus() == OrderStatus.placed);
      guests += who.getContactId() == null ? 1 : 0;
    }
    assertThat(guests).isBetween(1, all(Order.class).size() / 3);
  }

  @Test
  void people_have_one_to_three_devices_of_their_own() {
    Map<Integer, Set<String>> devices = new TreeMap<>();
    Set<String> common = familyComputers().keySet();
    for (ShopEvent shopEvent : EVENTS) {
      if (shopEvent.event() instanceof TrackingEvent event
          && !common.contains(event.getIdentifiers().getDeviceId())) {
        devices
            .computeIfAbsent(Author.of(shopEvent), key -> new TreeSet<>())
            .add(event.getIdentifiers().getDeviceId());
      }
    }
    Map<Integer, Long> counts =
        devices.values().stream().collect(Collectors.groupingBy(Set::size, Collectors.counting()));
    assertThat(counts).containsOnlyKeys(1, 2, 3);
  }

  @Test
  void on_a_family_computer_people_sign_in_in_turn_day_by_day() {
    Map<String, List<ShopEvent>> computers = familyComputers();
    assertThat(computers).hasSizeBetween(3, 30);
    long handedOver = 0;
    for (List<ShopEvent> events : computers.values()) {
      Map<LocalDate, Set<Integer>> turns = new TreeMap<>();
      for (ShopEvent event : events) {
        turns
            .computeIfAbsent(Rhythm.day(event.occurredAt()), day -> new TreeSet<>())
            .add(Author.of(event));
      }
      // who begins before midnight may go on after it
      assertThat(turns.values().stream().filter(who -> who.size() > 1).count()).isLessThan(2);
      List<String> signedIn =
          events.stream()
              .map(ShopEvent::event)
              .filter(TrackingEvent.class::isInstance)
              .map(event -> Envelopes.identifiers(event).getContactId())
              .filter(contact -> contact != null)
              .toList();
      handedOver += signedIn.stream().distinct().count() > 1 ? 1 : 0;
      assertThat(events.stream().map(Author::of).distinct().count()).isLessThanOrEqualTo(3);
    }
    assertThat(handedOver).isGreaterThan(2);
  }

  @Test
  void a_card_pays_before_it_is_shown_with_a_loyalty_number() {
    Map<String, Set<String>> shown = new LinkedHashMap<>();
    Set<String> aloneFirst = new HashSet<>();
    for (Receipt receipt : all(Receipt.class)) {
      Identifiers who = receipt.getIdentifiers();
      if (who == null || who.getCardToken() == null) {
        continue;
      }
      Set<String> with = shown.computeIfAbsent(who.getCardToken(), card -> new TreeSet<>());
      if (who.getLoyaltyNumber() == null) {
        if (with.isEmpty() && who.getEmail() == null) {
          aloneFirst.add(who.getCardToken());
          assertThat(receipt.getTrust()).isEqualTo(Trust.inferred);
        }
      } else {
        with.add(who.getLoyaltyNumber());
      }
    }
    assertThat(aloneFirst.stream().filter(card -> !shown.get(card).isEmpty()))
        .hasSizeGreaterThan(10);
    assertThat(shown.values().stream().filter(numbers -> numbers.size() == 2)).isNotEmpty();
    assertThat(shown.values()).allMatch(numbers -> numbers.size() <= 2);
  }

  @Test
  void receipts_are_of_loyalty_cards_payment_cards_both_addresses_and_nobody() {
    Map<String, Long> kinds =
        all(Receipt.class).stream()
            .map(Receipt::getIdentifiers)
            .map(
                who ->
                    who == null
                        ? "nobody"
                        : (who.getEmail() == null ? "" : "e")
                            + (who.getLoyaltyNumber() == null ? "" : "l")
                            + (who.getCardToken() == null ? "" : "c"))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(kinds).containsOnlyKeys("l", "c", "lc", "ec", "nobody");
    assertThat(kinds.values()).allMatch(count -> count > 10);
    assertThat(all(Receipt.class))
        .noneMatch(r -> r.getIdentifiers() != null && r.getIdentifiers().getContactId() != null);
  }

  @Test
  void a_clerk_types_addresses_and_now_and_then_one_that_is_nobodys() {
    Set<String> known = new HashSet<>();
    for (ShopEvent event : people()) {
      Identifiers who = Envelopes.identifiers(event.event());
      if (event.topic() != Topic.RECEIPTS && who != null && who.getEmail() != null) {
        known.add(who.getEmail());
      }
    }
    int right = 0;
    int wrong = 0;
    int capitals = 0;
    for (Receipt receipt : all(Receipt.class)) {
      Identifiers who = receipt.getIdentifiers();
      if (who != null && who.getEmail() != null) {
        assertThat(receipt.getTrust()).isEqualTo(Trust.inferred);
        String normal = who.getEmail().toLowerCase(Locale.ROOT);
        capitals += normal.equals(who.getEmail()) ? 0 : 1;
        if (known.contains(normal)) {
          right++;
        } else {
          wrong++;
        }
      }
    }
    assertThat(wrong).isBetween(1, right / 3);
    assertThat(capitals).isPositive();
  }

  @Test
  void a_tills_device_stands_on_the_receipts_of_more_people_than_share_one() {
    Map<String, Map<String, Instant>> seen = new TreeMap<>();
    Map<String, Integer> most = new TreeMap<>();
    for (Receipt receipt : all(Receipt.class)) {
      Identifiers who = receipt.getIdentifiers();
      boolean takenDown = who != null && (who.getLoyaltyNumber() != null || who.getEmail() != null);
      if (!takenDown) {
        assertThat(who == null ? null : who.getDeviceId()).isNull();
        continue;
      }
      String till = who.getDeviceId();
      assertThat(till).isEqualTo("till-" + receipt.getStoreId());
      if (who.getLoyaltyNumber() != null) {
        Map<String, Instant> people = seen.computeIfAbsent(till, key -> new HashMap<>());
        people.put(who.getLoyaltyNumber(), receipt.getSoldAt());
        Instant from = receipt.getSoldAt().minus(Duration.ofDays(30));
        people.values().removeIf(at -> !at.isAfter(from));
        most.merge(till, people.size(), Math::max);
      }
    }
    assertThat(most).hasSize(3);
    assertThat(most.values()).allMatch(people -> people > 5);
  }

  @Test
  void who_does_not_want_to_be_known_types_nonsense() {
    List<String> nonsense =
        all(TrackingEvent.class).stream()
            .map(event -> event.getIdentifiers().getEmail())
            .filter(address -> address != null && !address.endsWith("@mail.example"))
            .toList();
    assertThat(nonsense).contains("anonymous", "test@test.com").hasSizeBetween(10, 100);
    assertThat(nonsense).allMatch(Set.of("anonymous", "test@test.com")::contains);
  }

  @Test
  void one_sells_a_device_one_wants_to_see_everything_one_wants_to_be_forgotten() {
    Map<PrivacyKind, Integer> who = new EnumMap<>(PrivacyKind.class);
    for (ShopEvent event : EVENTS) {
      if (event.event() instanceof PrivacyRequest request) {
        who.merge(request.getKind(), Author.of(event), Math::max);
      }
    }
    assertThat(who).containsOnlyKeys(PrivacyKind.unlink, PrivacyKind.export, PrivacyKind.erase);
    assertThat(new HashSet<>(who.values())).hasSize(3);
    assertThat(all(PrivacyRequest.class)).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void a_device_that_is_unlinked_was_linked_before_and_is_not_used_again() {
    List<PrivacyRequest> requests =
        all(PrivacyRequest.class).stream()
            .filter(request -> request.getKind() == PrivacyKind.unlink)
            .toList();
    assertThat(requests).isNotEmpty();
    for (PrivacyRequest request : requests) {
      boolean linked = false;
      for (ShopEvent event : people()) {
        Identifiers on = Envelopes.identifiers(event.event());
        if (on != null && request.getLink().getFrom().equals("deviceId:" + on.getDeviceId())) {
          assertThat(event.occurredAt()).isBefore(request.getOccurredAt());
          linked |=
              request.getLink().getTo().equals("contactId:" + on.getContactId())
                  || (on.getContactId() == null
                      && request.getLink().getTo().equals("email:" + on.getEmail()));
        }
      }
      assertThat(linked).isTrue();
    }
  }

  @Test
  void nothing_is_heard_of_somebody_who_was_forgotten_near_the_end() {
    for (int seed = 1; seed <= 10; seed++) {
      ShopOptions options = ShopOptions.DEFAULT.withPeople(14).withSeed(seed);
      List<ShopEvent> life = new ArrayList<>();
      for (ShopEvent event : new SampleShop(options)) {
        if (event.topic() != Topic.PRODUCTS && Author.of(event) == 13) {
          life.add(event);
        }
      }
      assertThat(life).hasSizeGreaterThan(20);
      ShopEvent last = life.get(life.size() - 1);
      assertThat(last.event())
          .isInstanceOfSatisfying(
              PrivacyRequest.class,
              request -> assertThat(request.getKind()).isEqualTo(PrivacyKind.erase));
      assertThat(last.occurredAt()).isAfter(options.end().minus(Duration.ofDays(3)));
    }
  }

  /** Devices several people used, but no tills; with everything that happened on them. */
  private static Map<String, List<ShopEvent>> familyComputers() {
    Map<String, List<ShopEvent>> devices = new TreeMap<>();
    for (ShopEvent event : people()) {
      Identifiers who = Envelopes.identifiers(event.event());
      if (who != null && who.getDeviceId() != null && !who.getDeviceId().startsWith("till-")) {
        devices.computeIfAbsent(who.getDeviceId(), key -> new ArrayList<>()).add(event);
      }
    }
    devices.values().removeIf(events -> events.stream().map(Author::of).distinct().count() < 2);
    return devices;
  }

  private static boolean isDeviceOnly(TrackingEvent event) {
    Identifiers who = event.getIdentifiers();
    return who.getEmail() == null && who.getContactId() == null;
  }

  private static List<ShopEvent> people() {
    return EVENTS.stream().filter(event -> event.topic() != Topic.PRODUCTS).toList();
  }

  private static <R> List<R> all(Class<R> kind) {
    return EVENTS.stream().map(ShopEvent::event).filter(kind::isInstance).map(kind::cast).toList();
  }
}
