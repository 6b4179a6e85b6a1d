package dev.kilde.core.keeper;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.ReasonCode;
import dev.kilde.core.keeper.IdentityChange.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkBookTest {

  private static final IdentifierKey ADA = contact("ada");
  private static final IdentifierKey BO = contact("bo");
  private static final Instant NOW = minute(30);

  private final InMemoryKeeperStore store = new InMemoryKeeperStore();
  private final LinkBook book = book(Standing.NONE, 10_000);

  @Test
  void theFirstLinkLinksAnotherTargetRelinksAndTheSameIsKnown() {
    assertThat(take(ADA, "1", 1)).isEqualTo(LinkVerdict.of(Kind.LINKED));
    assertThat(take(ADA, "1", 1)).isEqualTo(LinkVerdict.KNOWN);
    assertThat(take(ADA, "2", 2)).isEqualTo(LinkVerdict.KNOWN);
    assertThat(take(BO, "3", 3)).isEqualTo(LinkVerdict.of(Kind.RELINKED));
    assertThat(book.count()).isEqualTo(3);
  }

  @Test
  void ofOneEventTheLaterLinkCountsInEitherOrder() {
    take(ADA, "1", 5);
    take(ADA, "1", 3);
    assertThat(book.pointers().runs().get(0).since()).isEqualTo(minute(5));

    assertThat(take(BO, "1", 7)).isEqualTo(LinkVerdict.of(Kind.RELINKED));
    assertThat(book.count()).isEqualTo(1);
    assertThat(book.pointers().target(minute(1))).isEqualTo(BO);
  }

  @Test
  void aLateLinkCountsFromItsInstantToTheNext() {
    take(ADA, "1", 1);
    take(ADA, "2", 9);
    assertThat(take(BO, "3", 5)).isEqualTo(LinkVerdict.of(Kind.RELINKED));

    assertThat(book.pointers().target(minute(4))).isEqualTo(ADA);
    assertThat(book.pointers().target(minute(5))).isEqualTo(BO);
    assertThat(book.pointers().target(minute(9))).isEqualTo(ADA);
  }

  @Test
  void aRetractedLinkIsGoneAsIfItHadNeverBeen() {
    take(ADA, "1", 1);
    take(BO, "2", 2);

    assertThat(book.retract(link(BO, "2", 1))).isFalse();
    assertThat(book.retract(link(BO, "2", 2))).isTrue();
    assertThat(book.retract(link(BO, "2", 2))).isFalse();
    assertThat(book.pointers().target(NOW)).isEqualTo(ADA);
    book.retract(link(ADA, "1", 1));
    assertThat(book.ties()).isEqualTo(Ties.NONE);
    assertThat(book.count()).isZero();
  }

  @Test
  void onlyLinksToTheTargetAndOfTheTimeAreTakenBack() {
    take(ADA, "1", 1);
    take(BO, "2", 2);
    take(ADA, "3", 3);

    assertThat(book.takeBack(ADA, minute(2))).isTrue();
    assertThat(book.takeBack(ADA, minute(2))).isFalse();
    assertThat(book.pointers().target(minute(1))).isEqualTo(BO);
    assertThat(book.pointers().target(minute(3))).isEqualTo(ADA);
  }

  @Test
  void whatExpiredIsLetGoAndPointsAsItDid() {
    take(ADA, "1", 1);
    take(BO, "2", 2);
    take(ADA, "3", 3);
    take(BO, "4", 60 * 24 * 5);
    assertThat(book.expiryOf(link(ADA, "1", 1))).isEqualTo(day(11));

    assertThat(book.expire(day(11))).isEqualTo(day(15));
    assertThat(book.count()).isEqualTo(1);
    assertThat(book.pointers().target(minute(1))).isEqualTo(ADA);
    assertThat(book.pointers().target(minute(2))).isEqualTo(BO);
    assertThat(book.pointers().target(minute(3))).isEqualTo(ADA);
    assertThat(book.pointers().target(day(5))).isEqualTo(BO);

    assertThat(book.expire(day(15))).isNull();
    assertThat(book.count()).isZero();
    assertThat(book.pointers().target(minute(1))).isEqualTo(ADA);
    assertThat(book.pointers().target(day(16))).isEqualTo(BO);
    assertThat(book.take(linked(ADA, "5", 1), day(16)))
        .isEqualTo(LinkVerdict.refused(ReasonCode.TOO_LATE));
  }

  @Test
  void ofTooManyLinksAnEighthGoesAndNoneAsOldIsTakenAgain() {
    LinkBook capped = book(Standing.NONE, 8);
    for (int i = 1; i <= 9; i++) {
      capped.take(linked(i % 2 == 0 ? ADA : BO, "l" + i, i), NOW);
    }

    assertThat(capped.count()).isEqualTo(7);
    assertThat(capped.ties().linksFrom()).isEqualTo(minute(3));
    assertThat(capped.pointers().target(minute(1))).isEqualTo(BO);
    assertThat(capped.pointers().target(minute(2))).isEqualTo(ADA);
    assertThat(capped.pointers().target(minute(3))).isEqualTo(BO);
    assertThat(capped.take(linked(ADA, "late", 2), NOW))
        .isEqualTo(LinkVerdict.refused(ReasonCode.TOO_LATE));
  }

  @Test
  void whatIsWrittenBackIsReadAgain() {
    take(ADA, "1", 1);
    take(BO, "2", 2);
    book.ties(book.ties().withTakenBack(ADA, minute(0)));
    book.flush();
    Standing none = Standing.NONE;
    LinkBook again =
        book(
            new Standing(
                "shop",
                none.person(),
                0,
                null,
                null,
                null,
                book.count(),
                true,
                false,
                false,
                null,
                null),
            10_000);

    assertThat(again.ties()).isEqualTo(book.ties());
    assertThat(again.retract(link(BO, "2", 2))).isTrue();
    assertThat(again.pointers().target(NOW)).isEqualTo(ADA);
  }

  private LinkVerdict take(IdentifierKey target, String cause, long minute) {
    return book.take(linked(target, cause, minute), NOW);
  }

  private LinkBook book(Standing standing, int most) {
    Keeper.Rules rules = new Keeper.Rules(Story.RULES.identity(), Story.RULES.person(), most);
    return new LinkBook(IdentifierKind.DEVICE_ID, standing, store, rules);
  }

  private static Message.Linked linked(IdentifierKey target, String cause, long minute) {
    return new Message.Linked(link(target, cause, minute), true);
  }

  private static Link link(IdentifierKey target, String cause, long minute) {
    return new Link(target, minute(minute), id(cause), Trust.STATED);
  }

  private static EventId id(String id) {
    return new EventId(Stream.TRACKING, id);
  }

  private static IdentifierKey contact(String id) {
    return Story.key(Identifier.of(IdentifierKind.CONTACT_ID, id));
  }
}
