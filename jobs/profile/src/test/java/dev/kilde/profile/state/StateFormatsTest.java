package dev.kilde.profile.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.PurchaseLine;
import dev.kilde.core.event.Stream;
import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Contact;
import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.KnownIdentifiers;
import dev.kilde.core.facts.Permissions;
import dev.kilde.core.facts.Purchase;
import dev.kilde.core.facts.Purchases;
import dev.kilde.core.facts.Seen;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.Head;
import dev.kilde.core.person.Person;
import dev.kilde.profile.MemoryStore;
import dev.kilde.profile.World;
import dev.kilde.profile.output.ProfileDocuments;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.profile.person.PersonInput;
import dev.kilde.profile.purchase.PurchaseGroup;
import dev.kilde.profile.purchase.PurchaseInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** Every format reads what it wrote, also twice, and copies bytes without changing them. */
class StateFormatsTest {

  private static final List<String> TEXTS =
      List.of(
          "", " ", "a", "æøå", "日本", "\uD83D\uDE00", "\u0000", "x".repeat(70_000), "Ω".repeat(50));

  private Random random = new Random(0);

  @Property(tries = 60)
  void everyFormatReadsWhatItWrote(@ForAll long seed) throws IOException {
    random = new Random(seed);
    check(new SeenFormat(), new Seen(maybe(this::instant), maybe(this::instant)));
    check(new KnownIdentifiersFormat(), new KnownIdentifiers(list(this::identifier)));
    check(new ContactFormat(), contact());
    check(new PermissionsFormat(), new Permissions(list(this::permission)));
    check(new EngagementFormat(), new Engagement(tallies(), new TreeSet<>(list(this::text))));
    check(new VisitsFormat(), new Visits(counts(), list(this::text)));
    check(new CartFormat(), new Cart(maybe(this::text), list(this::entry), maybe(this::instant)));
    check(new PurchasesFormat(), new Purchases(purchases()));
    check(new HeadFormat(), head());
    check(new EventFormat(), event());
    check(new ChangeFormat(), change());
    check(new PersonInput.WireFormat(), new PersonInput(text(), change()));
    check(new PurchaseInput.WireFormat(), new PurchaseInput(purchaseEvent()));
    check(
        new PurchaseGroup.StateFormat(),
        new PurchaseGroup(list(this::event), list(this::event), maybe(this::instant)));
    check(new ProfileUpdate.WireFormat(), update());
  }

  private static <T> void check(Format<T> format, T value) throws IOException {
    TypeSerializer<T> serializer = new FormatSerializer<>(format).duplicate();
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    serializer.serialize(value, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertThat(serializer.deserialize(in)).isEqualTo(value);
    assertThat(serializer.deserialize(in)).isEqualTo(value);
    assertThat(in.available()).as("bytes left over by " + format.getClass()).isZero();

    DataOutputSerializer copy = new DataOutputSerializer(64);
    DataInputDeserializer again = new DataInputDeserializer(out.getCopyOfBuffer());
    serializer.copy(again, copy);
    serializer.copy(again, copy);
    assertThat(copy.getCopyOfBuffer()).isEqualTo(out.getCopyOfBuffer());
  }

  private Contact contact() {
    return new Contact(
        maybe(this::text),
        maybe(this::text),
        maybe(() -> LocalDate.of(1 + random.nextInt(9999), 2, 28)),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        list(this::text),
        list(this::text),
        random.nextBoolean() ? Map.of() : new TreeMap<>(Map.of(text(), text())));
  }

  private Permissions.Permission permission() {
    return new Permissions.Permission(text(), text(), one(PermissionStatus.values()), instant());
  }

  private Map<String, Engagement.Tally> tallies() {
    Map<String, Engagement.Tally> tallies = new TreeMap<>();
    list(this::text).forEach(key -> tallies.put(key, new Engagement.Tally(count(), instant())));
    return tallies;
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    list(this::text).forEach(key -> counts.put(key, count()));
    return counts;
  }

  private Cart.Entry entry() {
    return new Cart.Entry(
        text(), maybe(this::text), maybe(this::text), decimal(), maybe(this::decimal), instant());
  }

  private SortedMap<String, Purchase> purchases() {
    SortedMap<String, Purchase> purchases = new TreeMap<>();
    for (String key : list(this::text)) {
      purchases.put(
          key,
          new Purchase(
              new PurchaseKey(key),
              instant(),
              maybe(() -> one(OrderStatus.values())),
              random.nextBoolean(),
              maybe(this::text),
              list(this::line),
              maybe(() -> new PurchaseKey(text())),
              new Purchase.Version(instant(), instant(), random.nextLong())));
    }
    return purchases;
  }

  private PurchaseLine line() {
    return new PurchaseLine(
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::decimal),
        maybe(this::decimal),
        maybe(this::decimal),
        maybe(this::text));
  }

  private Head head() {
    return new Head(
        maybe(this::text),
        maybe(() -> new CanonicalOrder(instant(), eventId())),
        random.nextInt(1_000_000),
        maybe(this::instant),
        maybe(this::instant),
        random.nextLong(),
        random.nextBoolean(),
        maybe(this::instant));
  }

  private Change change() {
    return random.nextBoolean()
        ? new Change.Put(event(), instant())
        : new Change.Drop(eventId(), instant());
  }

  private Event event() {
    return World.any(random, "e" + random.nextInt(), World.START.plusMillis(random.nextInt()), 3)
        .event();
  }

  private Event purchaseEvent() {
    Event event = event();
    while (event.id().stream() != Stream.ORDERS && event.id().stream() != Stream.RECEIPTS) {
      event = event();
    }
    return event;
  }

  private ProfileUpdate update() {
    if (random.nextInt(4) == 0) {
      return new ProfileUpdate(text(), text(), random.nextLong(), instant(), null);
    }
    Person person =
        new Person(
            new ProfileId("id"),
            new MemoryStore(),
            new Person.Rules(
                Retention.FOREVER, new DocumentTiming.Coalesced(Duration.ofSeconds(10))));
    person.receive(new Change.Put(event(), World.START), World.END, outcome -> {});
    return new ProfileUpdate(
        text(),
        "id",
        random.nextLong(),
        instant(),
        ProfileDocuments.of(person.profile(instant()), Map.of()));
  }

  private Identifier identifier() {
    return new Identifier(one(IdentifierKind.values()), text());
  }

  private EventId eventId() {
    return new EventId(one(Stream.values()), text());
  }

  private <E> E one(E[] values) {
    return values[random.nextInt(values.length)];
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private long count() {
    return random.nextLong() >>> random.nextInt(1, 64);
  }

  private Instant instant() {
    return Instant.ofEpochMilli(random.nextLong(-4_102_444_800_000L, 4_102_444_800_000L));
  }

  private BigDecimal decimal() {
    return new BigDecimal(new BigInteger(random.nextInt(1, 120), random), random.nextInt(-9, 30))
        .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
  }

  private <E> List<E> list(Supplier<E> element) {
    List<E> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(element.get());
    }
    return list;
  }

  private <E> @Nullable E maybe(Supplier<E> value) {
    return random.nextBoolean() ? null : value.get();
  }
}
