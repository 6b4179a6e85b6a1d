package dev.kilde.profile.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
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
import dev.kilde.core.facts.Visit;
import dev.kilde.core.facts.Visits;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Head;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Person;
import dev.kilde.profile.MemoryStore;
import dev.kilde.profile.World;
import dev.kilde.profile.keeper.KeeperInput;
import dev.kilde.profile.output.ProfileDocuments;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.profile.purchase.PurchaseGroup;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.profile.purchase.PurchaseInputFormat;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Every format reads what it wrote, also twice, and copies bytes without changing their sense. */
class StateFormatsTest {

  private Random random = new Random(0);
  private AnyKeeper any = new AnyKeeper(random);

  @Property(tries = 60)
  void everyFormatReadsWhatItWrote(@ForAll long seed) throws IOException {
    random = new Random(seed);
    any = new AnyKeeper(random);
    check(new SeenFormat(), new Seen(any.maybe(any::instant), any.maybe(any::instant)));
    check(new KnownIdentifiersFormat(), knownIdentifiers());
    check(new ContactFormat(), contact());
    check(new PermissionsFormat(), new Permissions(any.list(this::permission)));
    check(
        new EngagementFormat(),
        new Engagement(any.list(this::response), new TreeSet<>(any.list(any::text))));
    check(new VisitsFormat(), new Visits(any.list(this::visit)));
    check(
        new CartFormat(),
        new Cart(any.maybe(any::text), any.list(this::entry), any.maybe(any::instant)));
    check(new PurchasesFormat(), new Purchases(purchases()));
    check(new StandingFormat(), any.standing());
    check(new TiesFormat(), any.ties());
    check(new AcquaintanceFormat(), any.acquaintance());
    check(new LedgerFormat(), any.ledger());
    check(new LinkFormat(), any.link());
    check(new SpanFormat(), any.span());
    check(new EventFormat(), any.event());
    check(new ClaimFormat(), any.claim());
    check(new HeldFormat(), any.held());
    for (Message message : any.messageOfEveryKind()) {
      check(new MessageFormat(), message);
      check(new KeeperInput.WireFormat(), new KeeperInput(any.text(), any.text(), message));
    }
    check(new PurchaseInputFormat(), snapshot());
    check(new PurchaseInputFormat(), forget());
    check(
        new PurchaseGroup.StateFormat(),
        new PurchaseGroup(
            any.list(any::event),
            any.list(() -> random.nextBoolean() ? snapshot() : forget()),
            any.maybe(any::instant)));
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
    assertThat(copy.length()).isEqualTo(out.length());
    assertThat(serializer.deserialize(new DataInputDeserializer(copy.getCopyOfBuffer())))
        .isEqualTo(value);
  }

  private KnownIdentifiers knownIdentifiers() {
    List<Identifier> all = any.list(any::identifier);
    return new KnownIdentifiers(
        all, all.stream().filter(each -> any.flag()).collect(Collectors.toSet()));
  }

  private Contact contact() {
    return new Contact(
        any.maybe(any::text),
        any.maybe(any::text),
        any.maybe(() -> LocalDate.of(1 + random.nextInt(9999), 2, 28)),
        any.maybe(any::text),
        any.maybe(any::text),
        any.maybe(any::text),
        any.maybe(any::text),
        any.maybe(any::text),
        any.list(any::text),
        any.list(any::text),
        random.nextBoolean() ? Map.of() : new TreeMap<>(Map.of(any.text(), any.text())));
  }

  private Permissions.Permission permission() {
    return new Permissions.Permission(
        any.text(),
        any.text(),
        any.one(PermissionStatus.values()),
        any.instant(),
        any.flag(),
        any.flag(),
        any.maybe(any::instant));
  }

  private Engagement.Response response() {
    return new Engagement.Response(
        any.instant(), any.text(), any.one(EngagementKind.values()), any.maybe(any::text));
  }

  private Visit visit() {
    return new Visit(
        any.instant(),
        any.text(),
        any.maybe(any::text),
        any.maybe(any::text),
        any.maybe(any::text),
        any.maybe(any::text),
        any.maybe(any::text));
  }

  private Cart.Entry entry() {
    return new Cart.Entry(
        any.text(),
        any.maybe(any::text),
        any.maybe(any::text),
        any.decimal(),
        any.maybe(any::decimal),
        any.instant());
  }

  private SortedMap<String, Purchase> purchases() {
    SortedMap<String, Purchase> purchases = new TreeMap<>();
    for (String key : any.list(any::text)) {
      purchases.put(
          key,
          new Purchase(
              new PurchaseKey(key),
              any.instant(),
              any.maybe(() -> any.one(OrderStatus.values())),
              random.nextBoolean(),
              any.maybe(any::text),
              any.list(this::line),
              any.maybe(() -> new PurchaseKey(any.text())),
              new Purchase.Version(any.instant(), any.instant(), random.nextLong())));
    }
    return purchases;
  }

  private PurchaseLine line() {
    return new PurchaseLine(
        any.maybe(any::text),
        any.maybe(any::text),
        any.maybe(any::text),
        any.maybe(any::text),
        any.maybe(any::decimal),
        any.maybe(any::decimal),
        any.maybe(any::decimal),
        any.maybe(any::text));
  }

  private PurchaseInput snapshot() {
    return new PurchaseInput.Snapshot(purchaseEvent());
  }

  private PurchaseInput forget() {
    return new PurchaseInput.Forget(
        any.text(),
        new PurchaseKey(any.text()),
        IdentifierKey.of(any.text(), any.identifier()),
        any.list(any::span),
        any.instant(),
        any.text());
  }

  private Event purchaseEvent() {
    Event event = any.event();
    while (event.id().stream() != Stream.ORDERS && event.id().stream() != Stream.RECEIPTS) {
      event = any.event();
    }
    return event;
  }

  private ProfileUpdate update() {
    if (random.nextInt(4) == 0) {
      return new ProfileUpdate(any.text(), any.text(), random.nextLong(), any.instant(), null);
    }
    Person person =
        new Person(
            "shop",
            new ProfileId("id"),
            Head.NONE,
            new MemoryStore(),
            new Person.Rules(
                Retention.FOREVER, EventCap.DEFAULT, DocumentTiming.Coalesced.DEFAULT));
    person.put(Held.of(Claim.of(any.event())));
    person.settle(World.END, outcome -> {});
    return new ProfileUpdate(
        any.text(),
        "id",
        random.nextLong(),
        any.instant(),
        ProfileDocuments.of(person.profile(any.instant()), Map.of()));
  }
}
