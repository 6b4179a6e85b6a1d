package dev.kilde.core.keeper;

import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.Pointers;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErasureTest {

  private static final Identifier COOKIE = Identifier.of(IdentifierKind.DEVICE_ID, "cookie");
  private static final Identifier MAIL = Identifier.of(IdentifierKind.EMAIL, "ada@example.com");
  private static final IdentifierKey ADA = contact("ada");
  private static final IdentifierKey BO = contact("bo");
  private static final Instant LAST = minute(60);

  @Test
  void theTimesOfATargetEndWhereAnothersBegin() {
    Pointers pointers = pointers(link(ADA, 10), link(BO, 20), link(ADA, 30));

    assertThat(Erasure.spansTo(pointers, ADA, List.of(), LAST))
        .containsExactly(new Span(null, minute(20)), new Span(minute(30), LAST.plusMillis(1)));
    assertThat(Erasure.spansTo(pointers, BO, List.of(), LAST))
        .containsExactly(new Span(minute(20), minute(30)));
    assertThat(Erasure.spansTo(pointers, contact("cy"), List.of(), LAST)).isEmpty();
  }

  @Test
  void theyEndWhereItIsNobodysAnyMore() {
    Pointers pointers = sharedFrom(12, link(ADA, 10), link(BO, 20), link(ADA, 30));

    assertThat(Erasure.spansTo(pointers, ADA, List.of(), LAST))
        .containsExactly(new Span(null, minute(12)));
    assertThat(Erasure.spansTo(pointers, BO, List.of(), LAST)).isEmpty();
  }

  @Test
  void theyEndWithTheInstantOfTheRequest() {
    Pointers pointers = pointers(link(ADA, 10), link(BO, 20), link(ADA, 30));

    assertThat(Erasure.spansTo(pointers, ADA, List.of(), minute(15)))
        .containsExactly(new Span(null, minute(15).plusMillis(1)));
  }

  @Test
  void theOwnPersonIsMeantWhileNobodyIsPointedTo() {
    Instant end = LAST.plusMillis(1);

    assertThat(Erasure.ownSpan(Pointers.NONE, LAST)).isEqualTo(new Span(null, end));
    assertThat(Erasure.ownSpan(sharedFrom(12), LAST)).isEqualTo(new Span(null, end));
    assertThat(Erasure.ownSpan(sharedFrom(12, link(ADA, 10)), LAST))
        .isEqualTo(new Span(minute(12), end));
  }

  @Test
  void onlyThoseWithinTheGivenSpansCount() {
    Pointers pointers = pointers(link(ADA, 10), link(BO, 20), link(ADA, 30));
    List<Span> within = List.of(new Span(minute(5), minute(15)), new Span(minute(25), minute(35)));

    assertThat(Erasure.spansTo(pointers, ADA, within, LAST))
        .containsExactly(new Span(minute(5), minute(15)), new Span(minute(30), minute(35)));
  }

  @Test
  void eachWeakerIdentifierIsAskedAlwaysByTheSameRequest() {
    List<Effect> once =
        Erasure.spread("shop", "request", MAIL, List.of(COOKIE), List.of(Span.ALWAYS), LAST);

    assertThat(once)
        .isEqualTo(
            Erasure.spread("shop", "request", MAIL, List.of(COOKIE), List.of(Span.ALWAYS), LAST));
    Effect.Spread spread = (Effect.Spread) once.get(0);
    assertThat(spread.weaker()).isEqualTo(COOKIE);
    assertThat(spread.target()).isEqualTo(MAIL);
    assertThat(spread.spans()).containsExactly(Span.ALWAYS);
    assertThat(spread.at()).isEqualTo(LAST);
  }

  @Test
  void anotherRequestTenantOrIdentifierMakesAnotherRequest() {
    Set<String> requests = new HashSet<>();
    requests.add(request("shop", "request", MAIL, COOKIE));
    requests.add(request("shop", "request-2", MAIL, COOKIE));
    requests.add(request("other", "request", MAIL, COOKIE));
    requests.add(request("shop", "request", COOKIE, MAIL));
    requests.add(request("shop", "request", MAIL, MAIL));
    requests.add(request("shop", "request", COOKIE, COOKIE));

    assertThat(requests).hasSize(6).allMatch(request -> request.matches("erase-[0-9a-f]{32}"));
  }

  private static String request(String tenant, String first, Identifier target, Identifier weaker) {
    List<Effect> spread = Erasure.spread(tenant, first, target, List.of(weaker), List.of(), LAST);
    return ((Effect.Spread) spread.get(0)).request();
  }

  private static Pointers sharedFrom(long minute, Link... links) {
    Pointers all = pointers(links);
    return new Pointers(
        all.runs(), all.best(), all.recent(), all.latest(), minute(minute), all.several());
  }

  private static Pointers pointers(Link... links) {
    return Pointers.of(IdentifierKind.DEVICE_ID, Arrays.asList(links), IdentityRules.DEFAULT);
  }

  private static Link link(IdentifierKey target, long minute) {
    EventId cause = new EventId(Stream.TRACKING, "l" + minute);
    return new Link(target, minute(minute), cause, Trust.STATED);
  }

  private static IdentifierKey contact(String id) {
    return Story.key(Identifier.of(IdentifierKind.CONTACT_ID, id));
  }
}
