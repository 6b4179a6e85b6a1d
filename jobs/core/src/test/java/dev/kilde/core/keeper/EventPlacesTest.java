package dev.kilde.core.keeper;

import static dev.kilde.core.Told.day;
import static dev.kilde.core.Told.minute;
import static dev.kilde.core.keeper.Story.drop;
import static dev.kilde.core.keeper.Story.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.Pointers;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.Head;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventPlacesTest {

  private static final Identifier COOKIE = Identifier.of(IdentifierKind.DEVICE_ID, "cookie");
  private static final IdentifierKey DEVICE = Story.key(COOKIE);
  private static final IdentifierKey CARD =
      Story.key(Identifier.of(IdentifierKind.CARD_TOKEN, "card"));
  private static final IdentifierKey ADA =
      Story.key(Identifier.of(IdentifierKind.CONTACT_ID, "ada"));
  private static final IdentifierKey BO = Story.key(Identifier.of(IdentifierKind.CONTACT_ID, "bo"));
  private static final Instant NOW = minute(30);

  private final InMemoryKeeperStore store = new InMemoryKeeperStore();
  private final Person person =
      new Person("shop", new ProfileId(DEVICE.hash()), Head.NONE, store, Story.RULES.person());
  private final EventPlaces places =
      new EventPlaces(DEVICE, person, Standing.NONE, store, Story.RULES.person());
  private final Event view = Told.of(COOKIE).viewed("v", minute(1), "tent");
  private final Event later = Told.of(COOKIE).viewed("v", minute(2), "lamp");
  private final Held held = Held.of(Claim.of(view));

  @Test
  void whatIsNewIsThePersonsOrToldToItsTarget() {
    assertThat(move(null, own(held))).isEmpty();
    assertThat(person.logged()).isEqualTo(1);
    assertThat(move(own(held), at(ADA))).containsExactly(put(DEVICE, ADA, view, NOW));
    assertThat(person.logged()).isZero();
    assertThat(places.count()).isEqualTo(1);
    assertThat(places.held(view.id())).isEqualTo(held);
  }

  @Test
  void whatMovesIsTakenFromOneAndGivenToTheOther() {
    move(null, at(ADA));

    assertThat(move(at(ADA), at(BO)))
        .containsExactly(drop(DEVICE, ADA, view, NOW), put(DEVICE, BO, view, NOW));
    assertThat(places.count()).isEqualTo(1);
    assertThat(move(at(BO), own(held))).containsExactly(drop(DEVICE, BO, view, NOW));
    assertThat(places.count()).isZero();
    assertThat(person.logged()).isEqualTo(1);
    assertThat(places.held(view.id())).isEqualTo(held);
  }

  @Test
  void whatGoesIsTakenFromWhoeverHadIt() {
    move(null, at(ADA));
    assertThat(move(at(ADA), null)).containsExactly(drop(DEVICE, ADA, view, NOW));
    assertThat(places.count()).isZero();
    assertThat(places.held(view.id())).isNull();

    move(null, own(held));
    assertThat(move(own(held), null)).isEmpty();
    assertThat(person.logged()).isZero();
  }

  @Test
  void anotherContentTakesThePlaceOfTheFirstAtItsTarget() {
    Held corrected = Held.of(Claim.of(later));
    move(null, at(ADA));

    assertThat(move(at(ADA), new Placed(corrected, ADA)))
        .containsExactly(drop(DEVICE, ADA, view, NOW), put(DEVICE, ADA, later, NOW));
    assertThat(places.count()).isEqualTo(1);
  }

  @Test
  void whatTheTargetKnowsItIsNotToldAgain() {
    Held twice = held.with(Claim.of(view).through(CARD));
    move(null, at(ADA));

    assertThat(move(at(ADA), new Placed(twice, ADA))).isEmpty();
    assertThat(places.held(view.id())).isEqualTo(twice);
    assertThat(move(new Placed(twice, ADA), at(ADA))).isEmpty();
  }

  @Test
  void whatIsErasedIsNotTakenBackFromWhomItWas() {
    move(null, at(ADA));
    Pointers toAda = pointsTo(ADA);
    List<Effect> effects = new ArrayList<>();
    places.erase(List.of(new Span(minute(2), null)), toAda, ADA, minute(9), effects::add);
    assertThat(places.count()).isEqualTo(1);
    places.erase(List.of(new Span(minute(1), minute(2))), toAda, ADA, minute(9), effects::add);

    assertThat(effects).isEmpty();
    assertThat(places.count()).isZero();
    assertThat(places.held(view.id())).isNull();
  }

  @Test
  void whatIsErasedIsTakenBackFromWhomItCameToSince() {
    move(null, at(BO));
    List<Effect> effects = new ArrayList<>();
    places.erase(List.of(Span.ALWAYS), pointsTo(BO), ADA, minute(9), effects::add);

    assertThat(effects).hasSize(1).first().isInstanceOf(Effect.Sent.class);
    assertThat(places.count()).isZero();
  }

  @Test
  void whatIsKeptForEverByThePersonIsKeptForCorrectionsAsLongAsLinksAre() {
    Event contact = Told.of(COOKIE).contact("c", minute(1), "DK", null, null, Map.of());
    move(null, new Placed(Held.of(Claim.of(contact)), ADA));
    move(null, at(ADA));

    assertThat(places.expire(day(2))).isEqualTo(day(3));
    assertThat(places.expire(day(3))).isEqualTo(day(11));
    assertThat(places.count()).isEqualTo(1);
    assertThat(places.expire(day(11))).isNull();
    assertThat(places.count()).isZero();
  }

  private List<Effect> move(@Nullable Placed was, @Nullable Placed is) {
    List<Effect> effects = new ArrayList<>();
    places.move(was, is, NOW, effects::add);
    return effects;
  }

  private Placed at(IdentifierKey target) {
    return new Placed(held, target);
  }

  private static Placed own(Held held) {
    return new Placed(held, null);
  }

  private static Pointers pointsTo(IdentifierKey target) {
    Link link = new Link(target, minute(1), new EventId(Stream.TRACKING, "sign-in"), Trust.STATED);
    return Pointers.of(IdentifierKind.DEVICE_ID, List.of(link), IdentityRules.DEFAULT);
  }
}
