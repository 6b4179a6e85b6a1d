package dev.kilde.core.segment.history;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.PermissionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws definitions; their words are those of the events drawn, so that what is asked happens. */
final class DrawnEdition {

  static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Europe/Copenhagen"), ZoneId.of("America/New_York"));

  private static final int DEEPEST = 3;

  private final SplittableRandom random;
  private final List<String> before = new ArrayList<>();

  private DrawnEdition(SplittableRandom random) {
    this.random = random;
  }

  static Edition draw(SplittableRandom random, Instant from) {
    DrawnEdition drawn = new DrawnEdition(random);
    Map<String, Asked> segments = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      if (random.nextInt(5) > 0) {
        String id = "s" + i;
        segments.put(id, drawn.asked(random.nextInt(DEEPEST + 1)));
        drawn.before.add(id);
      }
    }
    return new Edition(segments, ZONES.get(random.nextInt(ZONES.size())), from);
  }

  private Asked asked(int deep) {
    if (deep == 0) {
      return before.isEmpty() || random.nextInt(5) > 0 ? leaf() : new Asked.Member(one(before));
    }
    return switch (random.nextInt(3)) {
      case 0 -> new Asked.All(several(deep));
      case 1 -> new Asked.Any(several(deep));
      default -> new Asked.Not(asked(deep - 1));
    };
  }

  private List<Asked> several(int deep) {
    List<Asked> parts = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      parts.add(asked(random.nextInt(deep)));
    }
    return parts;
  }

  private Asked leaf() {
    return switch (random.nextInt(12)) {
      case 0, 1 ->
          new AskedOfBehaviour.Did(
              of("product_viewed", "page_viewed", "searched", "cart_added"),
              random.nextBoolean() ? new Goods(null, null, null) : goods(),
              times(false, true));
      case 2 -> new AskedOfBehaviour.Responded(kind(), maybe(channel()), times(false, false));
      case 3, 4, 5 ->
          new AskedOfPurchases.Purchased(
              maybe(of("online", "store", "any")),
              random.nextInt(3) == 0 ? between(of(50, 100, 500)) : null,
              random.nextInt(3) == 0 ? line() : null,
              times(true, false));
      case 6 -> new AskedOfPurchases.LastPurchase(span(), random.nextBoolean());
      case 7 -> cart();
      case 8, 9 -> says();
      case 10 ->
          new AskedOfContact.Permission(
              channel(), of("marketing", "newsletter", "profiling"), of(PermissionStatus.values()));
      default ->
          new AskedOfContact.Anniversary(
              of("birthDate", "birthDate", "attributes.gold"),
              random.nextInt(4) == 0 ? Duration.ZERO : span());
    };
  }

  private Times times(boolean older, boolean calendar) {
    Integer most = random.nextInt(3) == 0 ? random.nextInt(3) : null;
    Integer least = random.nextInt(3) > 0 ? null : most == null ? 1 + random.nextInt(2) : most;
    Duration within = random.nextInt(4) == 0 ? null : span();
    Duration olderThan = older && random.nextInt(3) == 0 ? span() : null;
    if (within != null && olderThan != null && olderThan.compareTo(within) >= 0) {
      within = olderThan.plus(within);
    }
    boolean days = calendar && within != null && random.nextBoolean();
    return new Times(
        least, most, days ? Duration.ofDays(1 + random.nextInt(4)) : within, olderThan, days);
  }

  private Goods goods() {
    return switch (random.nextInt(4)) {
      case 0 -> new Goods(null, of("outdoor", "outdoor/tents"), null);
      case 1 -> new Goods(of("tent-2", "mat"), null, null);
      case 2 -> new Goods(null, null, "Nordisk");
      default -> new Goods(of("tent-2", "mat"), "outdoor", null);
    };
  }

  private AskedOfPurchases.Line line() {
    return switch (random.nextInt(4)) {
      case 0 -> new AskedOfPurchases.Line(goods(), null, null, null);
      case 1 -> new AskedOfPurchases.Line(goods(), between(of(1, 2)), null, null);
      case 2 -> new AskedOfPurchases.Line(goods(), null, between(of(40, 99, 250)), null);
      default ->
          new AskedOfPurchases.Line(new Goods(null, null, null), between(2), null, "delivered");
    };
  }

  private AskedOfPurchases.Between between(int number) {
    return random.nextBoolean()
        ? new AskedOfPurchases.Between(number, null)
        : new AskedOfPurchases.Between(
            random.nextBoolean() ? null : number / 2, number + random.nextInt(2));
  }

  private Asked cart() {
    return switch (random.nextInt(3)) {
      case 0 -> new AskedOfPurchases.Cart(random.nextBoolean(), null, null);
      case 1 -> new AskedOfPurchases.Cart(null, goods(), null);
      default -> new AskedOfPurchases.Cart(false, null, between(of(50, 100)));
    };
  }

  private Asked says() {
    return switch (random.nextInt(6)) {
      case 0 -> new AskedOfContact.Says("country", "is", "DK");
      case 1 -> new AskedOfContact.Says("country", "isNot", "SE");
      case 2 -> new AskedOfContact.Says("country", "in", "DK, NO");
      case 3 -> new AskedOfContact.Says("customerGroups", of("is", "isNot"), of("gold", "SE"));
      case 4 -> new AskedOfContact.Says("postalCode", "atLeast", of("7", "1000"));
      default ->
          new AskedOfContact.Says(
              of("interests", "birthDate", "attributes.gold"), "exists", of("true", "false"));
    };
  }

  private EngagementKind kind() {
    return of(EngagementKind.values());
  }

  private String channel() {
    return of("email", "sms", "push");
  }

  private Duration span() {
    return Duration.ofHours(of(1, 6, 24, 36, 48, 7 * 24, 20 * 24));
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextInt(3) == 0 ? value : null;
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  private <T> T of(T... some) {
    return some[random.nextInt(some.length)];
  }
}
