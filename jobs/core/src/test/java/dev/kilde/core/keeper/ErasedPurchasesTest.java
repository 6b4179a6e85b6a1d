package dev.kilde.core.keeper;

import static dev.kilde.core.Told.line;
import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderStatus;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.Fate;
import dev.kilde.core.person.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which purchases an erasure asks their stage to forget. */
class ErasedPurchasesTest {

  private static final Identifier CARD = Identifier.of(IdentifierKind.CARD_TOKEN, "card");
  private static final Identifier CONTACT = Identifier.of(IdentifierKind.CONTACT_ID, "ada");
  private static final Identifier OTHER = Identifier.of(IdentifierKind.CONTACT_ID, "bo");
  private static final IdentifierKey ADA = Story.key(CONTACT);

  private final Story story = new Story();

  @Test
  void aPersonKnownByOneIdentifierAsksForWhatWasHeldByThen() {
    story.says(order("o1", minute(1)));
    story.says(Told.of(CONTACT).viewed("v", minute(2), "tent"));
    story.says(Told.of(CONTACT).receipt("r", minute(3), "r1", line("tent", "1", "9")));
    story.says(Told.of(CONTACT).returned("b", minute(4), "b1", "r0", line("mat", "-1", "-9")));
    story.says(order("o2", minute(25)));
    story.watermarkReaches(minute(26));
    story.arrives(ADA, erase());

    Effect.PurchasesErased asked = asked(ADA).get(0);
    assertThat(asked(ADA)).hasSize(1);
    assertThat(asked.owner()).isEqualTo(CONTACT);
    assertThat(asked.purchases())
        .as("a return by its original; not what came after the request")
        .extracting(PurchaseKey::text)
        .containsExactly("order:o1", "receipt:4:nord:r0", "receipt:4:nord:r1");
    assertThat(asked.spans()).isEmpty();
    assertThat(asked.at()).isEqualTo(minute(20));
  }

  @Test
  void whoBoughtNothingAsksForNothing() {
    story.says(Told.of(CONTACT).viewed("v", minute(2), "tent"));
    story.arrives(ADA, erase());
    story.watermarkReaches(minute(21));
    assertThat(asked(ADA)).isEmpty();
  }

  @Test
  void aWeakerIdentifierAsksForWhatCameToItWithinTheErasedSpans() {
    IdentifierKey card = Story.key(CARD);
    story.says(Told.of(CARD, CONTACT).viewed("a", minute(1), "tent"));
    story.says(Told.of(CARD).receipt("hers", minute(2), "r1", line("tent", "1", "9")));
    story.says(Told.of(CARD, OTHER).viewed("b", minute(5), "tent"));
    story.says(Told.of(CARD).receipt("his", minute(6), "r2", line("tent", "1", "9")));
    story.arrives(ADA, erase());
    story.watermarkReaches(minute(21));
    assertThat(asked(ADA)).as("the receipt came to the card").isEmpty();

    story.spreads();
    assertThat(asked(card)).hasSize(1);
    assertThat(asked(card).get(0).owner()).isEqualTo(CARD);
    assertThat(asked(card).get(0).purchases()).containsExactly(PurchaseKey.receipt("nord", "r1"));
    assertThat(asked(card).get(0).spans()).containsExactly(new Span(null, minute(5)));
  }

  @Test
  void manyAreAskedForInSeveralRequestsWithIdsOfTheirOwn() {
    for (int i = 0; i < ErasedPurchases.MOST + 1; i++) {
      story.says(order("o" + i, minute(1)));
    }
    story.watermarkReaches(minute(2));
    story.arrives(ADA, erase());
    story.watermarkReaches(minute(21));

    assertThat(asked(ADA))
        .extracting(each -> each.purchases().size())
        .containsExactly(ErasedPurchases.MOST, 1);
    assertThat(asked(ADA)).extracting(Effect.PurchasesErased::request).doesNotHaveDuplicates();
    Story again = new Story();
    for (int i = ErasedPurchases.MOST; i >= 0; i--) {
      again.says(order("o" + i, minute(1)));
    }
    again.arrives(ADA, erase());
    again.watermarkReaches(minute(21));
    assertThat(again.did(ADA).stream().filter(Effect.PurchasesErased.class::isInstance).toList())
        .as("the same, whatever came first")
        .isEqualTo(asked(ADA));
  }

  @Test
  void aForgottenSnapshotThatComesOnceMoreIsRefusedAndForgottenOnceMore() {
    story.says(order("o1", minute(1)));
    story.arrives(ADA, erase());
    story.watermarkReaches(minute(30));
    story.did(ADA);
    story.says(order("o1", minute(1)));

    assertThat(story.told(ADA))
        .filteredOn(Outcome.Settled.class::isInstance)
        .extracting(outcome -> ((Outcome.Settled) outcome).fate())
        .containsExactly(Fate.ERASED);
    assertThat(asked(ADA)).hasSize(1);
    assertThat(asked(ADA).get(0).purchases())
        .extracting(PurchaseKey::text)
        .containsExactly("order:o1");
    assertThat(asked(ADA).get(0).at()).isEqualTo(minute(20));
    assertThat(story.reported(ADA)).as("nobody is erased twice").isEmpty();
  }

  @Test
  void whatCameOfSomebodyElsesNamesIsAskedForByTheOwnersName() {
    Event foreign = Told.of(OTHER).returned("b", minute(4), "b1", "r0", line("mat", "-1", "-9"));
    story.arrives(
        ADA, new Message.Moved(new Change.Put(new Claim(null, foreign, true), minute(4))));
    story.arrives(ADA, new Message.Erase("request", List.of(CONTACT), false, minute(20)));
    story.watermarkReaches(minute(21));
    assertThat(asked(ADA)).extracting(Effect.PurchasesErased::owner).containsExactly(CONTACT);
  }

  private static Message.Erase erase() {
    return new Message.Erase("request", List.of(), false, minute(20));
  }

  private static Event order(String id, Instant at) {
    return Told.of(CONTACT).order(id, at, at, at, id, OrderStatus.PAID, line("tent", "1", "9"));
  }

  private List<Effect.PurchasesErased> asked(IdentifierKey of) {
    return story.asked(of);
  }
}
