package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.Blocklist;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.SharingLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Rules under which worlds of chance are resolved. */
enum ChaosRules {
  /** Nothing is ever shared. */
  WITHOUT_LIMITS,
  /** Limits that bite. */
  WITH_SMALL_LIMITS,
  /** The order is configuration. */
  IN_ANOTHER_ORDER;

  IdentityRules rules() {
    return switch (this) {
      case WITHOUT_LIMITS -> of(IdentityRules.DEFAULT.order(), Map.of());
      case WITH_SMALL_LIMITS ->
          of(
              IdentityRules.DEFAULT.order(),
              Map.of(
                  IdentifierKind.DEVICE_ID, new SharingLimit(1, Duration.ofMinutes(4)),
                  IdentifierKind.CARD_TOKEN, new SharingLimit(1, Duration.ofDays(1)),
                  IdentifierKind.LOYALTY_NUMBER, new SharingLimit(2, Duration.ofDays(1)),
                  IdentifierKind.PHONE, new SharingLimit(1, Duration.ofMinutes(6)),
                  IdentifierKind.EMAIL, new SharingLimit(1, Duration.ofMinutes(8))));
      case IN_ANOTHER_ORDER ->
          of(
              List.of(
                  IdentifierKind.EMAIL,
                  IdentifierKind.LOYALTY_NUMBER,
                  IdentifierKind.CONTACT_ID,
                  IdentifierKind.DEVICE_ID,
                  IdentifierKind.PHONE,
                  IdentifierKind.CARD_TOKEN),
              Map.of(IdentifierKind.CONTACT_ID, new SharingLimit(2, Duration.ofMinutes(5))));
    };
  }

  private static IdentityRules of(
      List<IdentifierKind> order, Map<IdentifierKind, SharingLimit> limits) {
    return new IdentityRules(
        order,
        limits,
        IdentityRules.DEFAULT.leastTrust(),
        IdentityRules.DEFAULT.retention(),
        Blocklist.EMPTY,
        Map.of());
  }
}
