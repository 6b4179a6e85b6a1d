package dev.kilde.core.laws;

import dev.kilde.core.Told;
import dev.kilde.core.event.ContactChanged;
import dev.kilde.core.event.Content;
import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Envelope;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Identifiers;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionChanged;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.event.PurchaseLine;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Tracked;
import dev.kilde.core.event.Trust;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Draws what happened to somebody within some weeks around a change of the clocks: everything there
 * is a fact of, purchases dated ahead, cancelled and returned included.
 */
public final class DrawnPast {

  /** What anything may be called, so that names meet. */
  private static final List<String> WORDS =
      List.of("outdoor", "tent-2", "gold", "SE", "7", "2000-02-29", "newsletter");

  /** The clocks of Europe change on its thirtieth day, those of America on its ninth. */
  private static final int DAYS = 40;

  private final SplittableRandom random;
  private int id;

  private DrawnPast(SplittableRandom random) {
    this.random = random;
  }

  /** In no order, with ids of their own. */
  public static List<Event> events(SplittableRandom random) {
    DrawnPast past = new DrawnPast(random);
    List<Event> events = new ArrayList<>();
    for (int left = random.nextInt(40); left > 0; left--) {
      events.add(past.event());
    }
    return events;
  }

  static String word(SplittableRandom random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /** On few instants of a day, so that they meet, or a millisecond beside. */
  public static Instant instant(SplittableRandom random) {
    return Told.START
        .plus(Duration.ofHours(6L * random.nextInt(4 * DAYS)))
        .plusMillis(random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 0);
  }

  private Event event() {
    Instant at = instant(random);
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> tracked(at);
      case 3 -> order(at);
      case 4, 5 -> receipt(at);
      case 6, 7 -> engaged(at);
      case 8 -> contact(at);
      default ->
          new PermissionChanged(
              envelope(Stream.PERMISSIONS, at),
              channel(),
              of("marketing", "newsletter", "profiling", word(random)),
              of(PermissionStatus.values()),
              random.nextBoolean());
    };
  }

  private Tracked tracked(Instant at) {
    return new Tracked(
        envelope(Stream.TRACKING, at),
        of(
            "product_viewed",
            "product_viewed",
            "page_viewed",
            "searched",
            "cart_added",
            "cart_removed"),
        maybe(product()),
        maybe(category()),
        maybe(brand()),
        maybe(of("shipping", word(random))),
        maybe(of("tent", "TENT", word(random))),
        decimal(maybe("2")),
        decimal(maybe("50")),
        random.nextInt(6) > 0
            ? null
            : new Tracked.Basket(
                "c1",
                List.of(
                    new Tracked.BasketLine(
                        product(),
                        maybe(category()),
                        maybe(brand()),
                        null,
                        decimal(maybe("99"))))));
  }

  private OrderSnapshot order(Instant at) {
    Instant placedAt = at.plus(Duration.ofHours(6L * (random.nextInt(60) - 20)));
    return new OrderSnapshot(
        envelope(Stream.ORDERS, at),
        of("o1", "o2", "o3", "o4"),
        random.nextInt(4) == 0 ? at.minus(Duration.ofDays(random.nextInt(6))) : at,
        placedAt,
        of(OrderStatus.values()),
        maybe("USD"),
        lines(false));
  }

  private ReceiptSnapshot receipt(Instant at) {
    boolean back = random.nextInt(3) == 0;
    return new ReceiptSnapshot(
        envelope(Stream.RECEIPTS, at),
        "nord",
        back ? of("b1", "b2") : of("r1", "r2", "r3", "r4"),
        at.plus(Duration.ofHours(6L * (random.nextInt(12) - 8))),
        null,
        lines(back),
        back ? of("r1", "r2", "r3") : null);
  }

  private List<PurchaseLine> lines(boolean back) {
    List<PurchaseLine> lines = new ArrayList<>();
    for (int left = 1 + random.nextInt(2); left > 0; left--) {
      String sign = back ? "-" : "";
      lines.add(
          new PurchaseLine(
              null,
              maybe(product()),
              maybe(category()),
              maybe(brand()),
              new BigDecimal(sign + of("1", "2", "3")),
              new BigDecimal(sign + of("50", "99.5", "500")),
              back ? null : decimal(random.nextInt(4) == 0 ? "1" : null),
              maybe(of("delivered", word(random)))));
    }
    return lines;
  }

  private Engaged engaged(Instant at) {
    return new Engaged(
        envelope(Stream.ENGAGEMENT, at),
        channel(),
        of(EngagementKind.values()),
        maybe(of("m1", "m2")),
        random.nextInt(4) == 0);
  }

  private ContactChanged contact(Instant at) {
    return new ContactChanged(
        envelope(Stream.CONTACTS, at),
        maybe("Ada"),
        null,
        random.nextBoolean() ? null : birthDate(),
        maybe(of("DK", "SE")),
        null,
        maybe(of("Europe/Copenhagen", "America/New_York", "Pacific/Chatham", "nowhere")),
        null,
        maybe(of("8000", "7")),
        random.nextBoolean() ? null : List.of(word(random), "DK"),
        random.nextBoolean() ? null : List.of(word(random)),
        Map.of(word(random), of(word(random), birthDate().toString())));
  }

  private LocalDate birthDate() {
    return random.nextInt(3) == 0
        ? LocalDate.of(2000, 2, 29)
        : LocalDate.of(1990, 2, 20).plusDays(random.nextInt(90)).plusYears(random.nextInt(40));
  }

  private Envelope envelope(Stream stream, Instant at) {
    String name = "e" + id++;
    List<Identifier> identifiers = new ArrayList<>();
    identifiers.add(Identifier.of(IdentifierKind.CONTACT_ID, "ada"));
    if (random.nextBoolean()) {
      identifiers.add(
          Identifier.of(
              of(IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.DEVICE_ID), "x"));
    }
    return new Envelope(
        "shop",
        new EventId(stream, name),
        at,
        Identifiers.of(identifiers),
        of(Trust.values()),
        Content.of(name.getBytes(StandardCharsets.UTF_8)));
  }

  private String product() {
    return of("tent-2", "mat", word(random));
  }

  private String category() {
    return of("outdoor/tents", "outdoor/tents/dome", "outdoor", word(random));
  }

  private String brand() {
    return of("Nordisk", word(random));
  }

  private String channel() {
    return of("email", "sms", "push", "ads", "post");
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  private <T> T of(T... some) {
    return some[random.nextInt(some.length)];
  }

  private @Nullable String maybe(String value) {
    return random.nextInt(3) == 0 ? null : value;
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
