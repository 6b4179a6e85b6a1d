package dev.kilde.profile.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.MessageClass;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PermissionStatus;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import org.junit.jupiter.api.Test;

/**
 * State holds the position of these constants: the order is for ever, new ones go to the end. Never
 * change a line here but to lengthen it.
 */
class StoredConstantsTest {

  @Test
  void streamsKeepTheirPlaces() {
    assertThat(Stream.values())
        .extracting(Enum::name)
        .containsExactly(
            "TRACKING", "ORDERS", "RECEIPTS", "CONTACTS", "PERMISSIONS", "ENGAGEMENT", "PRIVACY");
  }

  @Test
  void identifierKindsKeepTheirPlaces() {
    assertThat(IdentifierKind.values())
        .extracting(Enum::name)
        .containsExactly(
            "CONTACT_ID", "EMAIL", "PHONE", "LOYALTY_NUMBER", "CARD_TOKEN", "DEVICE_ID");
  }

  @Test
  void permissionStatusesKeepTheirPlaces() {
    assertThat(PermissionStatus.values())
        .extracting(Enum::name)
        .containsExactly("GRANTED", "PENDING", "REVOKED");
  }

  @Test
  void orderStatusesKeepTheirPlaces() {
    assertThat(OrderStatus.values())
        .extracting(Enum::name)
        .containsExactly(
            "PLACED",
            "PAID",
            "PAYMENT_REJECTED",
            "CANCELLED",
            "SHIPPED",
            "DELIVERED",
            "PARTIALLY_RETURNED",
            "RETURNED");
  }

  @Test
  void trustsKeepTheirPlaces() {
    assertThat(Trust.values())
        .extracting(Enum::name)
        .containsExactly("VERIFIED", "STATED", "INFERRED");
  }

  @Test
  void messageClassesKeepTheirPlaces() {
    assertThat(MessageClass.values())
        .extracting(Enum::name)
        .containsExactly("TRANSACTIONAL", "SERVICE", "MARKETING");
  }

  @Test
  void kindsOfMessageKeepTheirPlaces() {
    assertThat(MessageFormat.Kind.values())
        .extracting(Enum::name)
        .containsExactly(
            "PUT",
            "DROP",
            "LINKED",
            "RETRACTED",
            "HANDED_OVER",
            "UNLINK",
            "EXPORT",
            "ERASE",
            "ERASE_TIES",
            "ACQUAINTED",
            "CONTESTED");
  }
}
