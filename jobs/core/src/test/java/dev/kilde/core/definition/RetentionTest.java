package dev.kilde.core.definition;

import static dev.kilde.core.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionTest {

  private final Told ada = Told.ofEmail("ada@example.com");

  @Test
  void behaviourIsKept400DaysAndPurchasesFiveYears() {
    assertThat(expiry(ada.viewed("1", day(0), "tent"))).isEqualTo(day(400));
    assertThat(expiry(ada.order("1", day(0), "o1", OrderStatus.PAID))).isEqualTo(day(5 * 365));
    assertThat(expiry(ada.receipt("1", day(0), "r1"))).isEqualTo(day(5 * 365));
  }

  @Test
  void contactAndPermissionValuesAreKeptUntilErasure() {
    assertThat(expiry(ada.contact("1", day(0), "DK", null, null, Map.of()))).isNull();
    assertThat(expiry(ada.said("1", day(0), "email", "marketing", PermissionStatus.GRANTED)))
        .isNull();
  }

  @ParameterizedTest
  @EnumSource(EngagementKind.class)
  void engagementThatDecidesIsKeptAndTheRestIsBehaviour(EngagementKind kind) {
    boolean decides =
        switch (kind) {
          case UNSUBSCRIBED, COMPLAINED, HARD_BOUNCED -> true;
          case SENT, DELIVERED, FAILED, OPENED, CLICKED, SOFT_BOUNCED, REPLIED, FORWARDED -> false;
        };

    assertThat(expiry(ada.engaged("1", day(0), "email", kind)))
        .isEqualTo(decides ? null : day(400));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-01T00:00:00Z,     2025-04-05T00:00:00Z",
    "2024-03-01T00:00:00.001Z, 2025-04-06T00:00:00Z",
    "2024-03-01T23:59:59.999Z, 2025-04-06T00:00:00Z",
    "1970-01-01T00:00:00Z,     1971-02-05T00:00:00Z",
  })
  void anEventLeavesAtTheMidnightThatEndsItsLastDay(Instant occurredAt, Instant expiry) {
    assertThat(expiry(ada.viewed("1", occurredAt, "tent"))).isEqualTo(expiry);
  }

  @Test
  void forEverIsForEver() {
    assertThat(Retention.FOREVER.expiryOf(ada.viewed("1", day(0), "tent"))).isNull();
    assertThat(Retention.FOREVER.expiryOf(ada.receipt("1", day(0), "r1"))).isNull();
  }

  @Test
  void aLinkIsKeptAsLongAsAnyEventItCouldMove() {
    assertThat(Retention.DEFAULT.expiryOfLink(day(0))).isEqualTo(day(5 * 365));
    assertThat(Retention.DEFAULT.expiryOfLink(day(0).plusMillis(1))).isEqualTo(day(5 * 365 + 1));
    assertThat(new Retention(Duration.ofDays(3), Duration.ofDays(2)).expiryOfLink(day(0)))
        .isEqualTo(day(3));
  }

  @Test
  void aLinkThatCouldMoveWhatIsKeptForEverIsKeptForEver() {
    assertThat(Retention.FOREVER.expiryOfLink(day(0))).isNull();
    assertThat(new Retention(Duration.ofDays(1), null).expiryOfLink(day(0))).isNull();
    assertThat(new Retention(null, Duration.ofDays(1)).expiryOfLink(day(0))).isNull();
  }

  private static Instant expiry(Event event) {
    return Retention.DEFAULT.expiryOf(event);
  }
}
