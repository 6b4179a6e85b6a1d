package dev.kilde.core.keeper.cases;

import static dev.kilde.core.keeper.cases.Case.at;
import static dev.kilde.core.keeper.cases.Case.by;
import static dev.kilde.core.keeper.cases.Case.device;
import static dev.kilde.core.keeper.cases.Case.email;
import static dev.kilde.core.keeper.cases.Case.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.worlds.Chain;
import dev.kilde.core.keeper.InMemoryKeeperStore;
import dev.kilde.core.keeper.Keeper;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Person;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who asks to be forgotten, and who does not. */
class ErasureCasesTest {

  private static final Keeper.Rules RULES =
      new Keeper.Rules(
          IdentityRules.DEFAULT,
          new Person.Rules(Retention.FOREVER, EventCap.DEFAULT, DocumentTiming.Coalesced.DEFAULT),
          1_000);

  private static final Identifier DEVICE = device("device");
  private static final Identifier PHONE = phone("phone");
  private static final Identifier ANNA = email("anna");
  private static final Identifier BO = email("bo");

  /** The phone was Anna's, then Bo's, and so is a device that is seen with it. */
  @Test
  void aDeviceThatLeadsToTheNextOwnerOfAPhoneStaysTheNextOwners() {
    Case story =
        Case.of(
            by(PHONE, ANNA).signedIn("anna", at(10, 0)),
            by(PHONE, BO).signedIn("bo", at(11, 0)),
            by(DEVICE, PHONE).signedIn("by phone", at(12, 0)),
            by(DEVICE).viewed("views", at(13, 0), "tent"));

    assertThat(story.table(erased(story, ANNA, at(14, 0))))
        .isEqualTo(
            """
            10:00 | anna | anna phone | nobody
            11:00 | bo | bo phone | bo
            12:00 | by phone | phone device | bo
            13:00 | views | device | bo
            """);
  }

  /** What a device did before belongs to no one else by a later link of the erased phone. */
  @Test
  void whatWasErasedDoesNotComeBackByALaterLink() {
    Case story =
        Case.of(
            by(DEVICE).viewed("views", at(9, 0), "tent"),
            by(PHONE).clicked("clicks", at(10, 0), "sms"),
            by(PHONE, BO).signedIn("bo", at(12, 0)),
            by(DEVICE, PHONE).signedIn("by phone", at(13, 0)));

    assertThat(story.table(erased(story, PHONE, at(11, 0))))
        .isEqualTo(
            """
            09:00 | views | device | nobody
            10:00 | clicks | phone | nobody
            12:00 | bo | bo phone | bo
            13:00 | by phone | phone device | bo
            """);
  }

  /** Links that led to who was erased are asked for a day long, then they are gone. */
  @Test
  void linksTakenBackAreGoneADayLater() {
    InMemoryKeeperStore store = new InMemoryKeeperStore();
    IdentifierKey self = IdentifierKey.of(Chain.TENANT, DEVICE);
    IdentifierKey target = IdentifierKey.of(Chain.TENANT, ANNA);
    Keeper keeper = new Keeper(Chain.TENANT, self, store, RULES);
    EventId cause = new EventId(Stream.TRACKING, "signs in");
    List.of(
            new Message.Linked(new Link(target, at(10, 0), cause, Trust.STATED), true),
            new Message.EraseTies("request", target, List.of(), at(11, 0)))
        .forEach(message -> keeper.receive(message, Instant.EPOCH, effect -> {}));

    keeper.advance(at(34, 59), effect -> {});
    keeper.flush();
    assertThat(store.links().all()).hasSize(1);
    keeper.advance(at(35, 0), effect -> {});
    keeper.flush();
    assertThat(store.links().all()).isEmpty();
  }

  private static Chain erased(Case story, Identifier who, Instant when) {
    Chain chain = Chain.plain(IdentityRules.DEFAULT);
    story.events().forEach(chain::arrive);
    chain.arrive(who, new Message.Erase("request", List.of(), false, when));
    chain.advance(at(20, 0));
    chain.deliverAll();
    chain.advance(Case.END);
    chain.deliverAll();
    return chain;
  }
}
