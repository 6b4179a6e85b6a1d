package dev.kilde.core.identity;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PurchaseKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PurchaseOwnershipTest {

  private static final Identifier A = Identifier.of(IdentifierKind.EMAIL, "a@a.dk");
  private static final Identifier B = Identifier.of(IdentifierKind.EMAIL, "b@b.dk");
  private static final Told BY_A = Told.of(A);
  private static final Told BY_B = Told.of(B);
  private static final Told BY_NOBODY = Told.of();
  private static final PurchaseKey R1 = PurchaseKey.receipt("nord", "r1");

  @Test
  void everySnapshotBelongsToWhomTheNewestNames() {
    Event first = order(BY_A, "1", day(1), day(1));
    Event second = order(BY_B, "2", day(2), day(2));

    assertThat(owners(orderKey(), first, second)).isEqualTo(Map.of(first.id(), B, second.id(), B));
  }

  @Test
  void theNewestIsByVersionNotByArrivalOrTime() {
    Event newest = order(BY_A, "1", day(1), day(9));
    Event later = order(BY_B, "2", day(2), day(2));

    assertThat(owners(orderKey(), later, newest)).isEqualTo(Map.of(newest.id(), A, later.id(), A));
  }

  @Test
  void aReturnGoesToItsOriginalsOwner() {
    Event bought = BY_A.receipt("1", day(1), "r1", line("tent", "1", "900"));
    Event byB = BY_B.returned("2", day(2), "b1", "r1", line("tent", "-1", "-900"));
    Event anonymous = BY_NOBODY.returned("3", day(3), "b2", "r1", line("tent", "-1", "-900"));

    assertThat(owners(R1, anonymous, byB, bought))
        .isEqualTo(Map.of(bought.id(), A, byB.id(), A, anonymous.id(), A));
  }

  @Test
  void aReturnWhoseOriginalIsUnknownOrAnonymousGoesToWhomItNames() {
    Event anonymous = BY_NOBODY.receipt("1", day(1), "r1", line("tent", "1", "900"));
    Event back = BY_B.returned("2", day(2), "b1", "r1", line("tent", "-1", "-900"));

    assertThat(owners(R1, back)).isEqualTo(Map.of(back.id(), B));
    assertThat(owners(R1, anonymous, back)).isEqualTo(Map.of(back.id(), B));
  }

  @Test
  void twoReturnsOfAnUnknownReceiptAreEachItsOwn() {
    Event byA = BY_A.returned("1", day(1), "b1", "r1", line("tent", "-1", "-900"));
    Event byB = BY_B.returned("2", day(2), "b2", "r1", line("mat", "-1", "-90"));

    assertThat(owners(R1, byA, byB)).isEqualTo(Map.of(byA.id(), A, byB.id(), B));
  }

  @Test
  void aSnapshotIsForeignOnlyIfTheNewestDoesNotNameItsStrongest() {
    Identifier contact = Identifier.of(IdentifierKind.CONTACT_ID, "c");
    Identifier device = Identifier.of(IdentifierKind.DEVICE_ID, "d");
    Event first = order(Told.of(A, device), "1", day(1), day(1));
    Event enriched = order(Told.of(contact, A), "2", day(2), day(2));
    Event alone = order(Told.of(contact), "3", day(2), day(2));
    Event byDevice = order(Told.of(contact, device), "4", day(2), day(2));

    assertThat(isForeign(first, enriched)).isFalse();
    assertThat(isForeign(first, alone)).as("nothing says that they are one").isTrue();
    assertThat(isForeign(first, byDevice)).as("two people use one device").isTrue();
    assertThat(isForeign(order(BY_NOBODY, "5", day(1), day(1)), alone)).isFalse();
  }

  private static boolean isForeign(Event event, Event newest) {
    return PurchaseOwnership.of(orderKey(), List.of(event, newest), IdentityRules.DEFAULT)
        .get(event.id())
        .isForeign(event, IdentityRules.DEFAULT);
  }

  @Test
  void whatNamesNobodyBelongsToNobody() {
    assertThat(owners(R1, BY_NOBODY.receipt("1", day(1), "r1", line("tent", "1", "900"))))
        .isEmpty();
  }

  @Test
  void keysAreUnambiguousWhateverIdsContain() {
    assertThat(PurchaseKey.receipt("a:1", "b")).isNotEqualTo(PurchaseKey.receipt("a", "1:b"));
    assertThat(PurchaseKey.receipt("1:a", "b")).isNotEqualTo(PurchaseKey.receipt("1", "a:b"));
  }

  private static PurchaseKey orderKey() {
    return PurchaseKey.of(order(BY_A, "any", day(1), day(1)));
  }

  private static OrderSnapshot order(Told by, String id, Instant at, Instant updatedAt) {
    return by.order(id, at, updatedAt, day(0), "o1", OrderStatus.PAID, line("tent", "1", "900"));
  }

  /** The same in every order of arrival. */
  private static Map<EventId, Identifier> owners(PurchaseKey key, Event... events) {
    List<Event> all = Arrays.asList(events);
    Map<EventId, PurchaseOwnership.Owner> owners =
        PurchaseOwnership.of(key, all, IdentityRules.DEFAULT);
    Collections.reverse(all);
    assertThat(PurchaseOwnership.of(key, all, IdentityRules.DEFAULT)).isEqualTo(owners);
    Map<EventId, Identifier> whose = new HashMap<>();
    owners.forEach((id, owner) -> whose.put(id, owner.identifier()));
    return whose;
  }
}
