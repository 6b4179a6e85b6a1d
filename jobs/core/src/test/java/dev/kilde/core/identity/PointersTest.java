package dev.kilde.core.identity;

import static dev.kilde.core.Told.START;
import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PointersTest {

  private static final IdentifierKey ADA = contact("ada");
  private static final IdentifierKey BO = contact("bo");
  private static final IdentifierKey CY = contact("cy");
  private static final IdentifierKey MAIL = key(IdentifierKind.EMAIL, "ada@example.com");

  /** Two people within ten minutes; the third makes it shared. */
  private static final IdentityRules TWO_IN_TEN_MINUTES =
      limited(new SharingLimit(2, Duration.ofMinutes(10)));

  @Test
  void theLatestCountsAndBeforeTheFirstTheFirst() {
    Pointers pointers = pointers(link(ADA, 10), link(BO, 12), link(ADA, 15));

    assertThat(at(pointers, 0, 10, 11, 12, 14, 15, 99))
        .containsExactly(ADA, ADA, ADA, BO, BO, ADA, ADA);
    assertThat(pointers.runs().get(1).since()).isEqualTo(minute(12));
  }

  @Test
  void withoutLinksItPointsToNobody() {
    assertThat(Pointers.NONE.target(minute(1))).isNull();
    assertThat(Pointers.NONE.target(minute(1))).isNull();
    assertThat(Pointers.NONE.isSharedAt(minute(1))).isFalse();
  }

  @Test
  void theStrongestKindWinsFromItsLinkOn() {
    Pointers pointers = pointers(link(MAIL, 10), link(ADA, 12), link(MAIL, 15));

    assertThat(at(pointers, 9, 11, 12, 15)).containsExactly(MAIL, MAIL, ADA, ADA);
  }

  @Test
  void whatIsInferredCountsOnlyWhileThereIsNothingElse() {
    Pointers pointers =
        pointers(inferred(ADA, 10), inferred(BO, 11), link(MAIL, 12), inferred(ADA, 13));

    assertThat(at(pointers, 9, 10, 11, 12, 13)).containsExactly(ADA, ADA, BO, MAIL, MAIL);
  }

  @Test
  void atOneInstantTheGreaterEventIdCountsAsBytesInUtf8() {
    Link fullwidth = link(ADA, 10, new EventId(Stream.TRACKING, "\uFF5E"), Trust.STATED);
    Link emoji = link(BO, 10, new EventId(Stream.TRACKING, "\uD83D\uDE00"), Trust.STATED);
    Link earlierTopic = link(CY, 10, new EventId(Stream.ORDERS, "z"), Trust.STATED);

    assertThat(at(pointers(emoji, fullwidth, earlierTopic), 9, 10)).containsExactly(BO, BO);
  }

  @Test
  void onePersonMoreThanTheLimitMakesItNobodysAndEarlierLinksStand() {
    Pointers pointers =
        Pointers.of(
            IdentifierKind.DEVICE_ID,
            List.of(link(ADA, 10), link(BO, 12), link(CY, 14), link(ADA, 16)),
            TWO_IN_TEN_MINUTES);

    assertThat(pointers.sharedSince()).isEqualTo(minute(14));
    assertThat(at(pointers, 9, 11, 13, 14, 99)).containsExactly(ADA, ADA, BO, null, null);
    assertThat(pointers.isSharedAt(minute(14))).isTrue();
    assertThat(pointers.isSharedAt(minute(14).minusMillis(1))).isFalse();
  }

  @Test
  void whoWasSeenLongAgoDoesNotCountTowardsTheLimit() {
    assertThat(limited(link(ADA, 10), link(BO, 12), link(CY, 20)).sharedSince()).isNull();
    assertThat(limited(link(ADA, 11), link(BO, 12), link(CY, 20)).sharedSince())
        .isEqualTo(minute(20));
    assertThat(limited(link(ADA, 10), link(BO, 12), link(ADA, 19), link(CY, 21)).sharedSince())
        .isEqualTo(minute(21));
  }

  @Test
  void anAddressAndAContactAreNotTwoPeople() {
    assertThat(limited(link(ADA, 10), link(BO, 11), link(MAIL, 12)).sharedSince()).isNull();
  }

  @Test
  void whomItPointedToBeforeAnInstantIsForgottenAndBecomesNobodyElses() {
    Pointers pointers = pointers(link(ADA, 10), link(BO, 12), link(CY, 15));
    Pointers shorter = pointers.forgetBefore(minute(13));

    assertThat(at(shorter, 0, 12, 13, 14, 15)).containsExactly(null, null, BO, BO, CY);
    assertThat(pointers.forgetBefore(minute(10))).isSameAs(pointers);
    assertThat(shorter.latest()).isEqualTo(minute(15));
    assertThat(at(shorter.forgetBefore(minute(15)), 14, 15)).containsExactly(null, CY);
  }

  @Test
  void withoutATargetItPointsToNobodyWhereItDid() {
    Pointers pointers = pointers(link(ADA, 10), link(BO, 12), link(ADA, 15));

    assertThat(at(pointers.without(BO, minute(20)), 0, 11, 12, 15))
        .containsExactly(ADA, ADA, null, ADA);
    Pointers withoutAda = pointers.without(ADA, minute(20));
    assertThat(at(withoutAda, 0, 11, 12, 15, 30)).containsExactly(null, null, BO, null, null);
    Pointers later = withoutAda.with(IdentifierKind.DEVICE_ID, link(CY, 40), IdentityRules.DEFAULT);
    assertThat(at(later, 0, 15, 39, 40)).containsExactly(null, null, null, CY);
    assertThat(at(pointers.without(ADA, minute(11)), 0, 12, 15)).containsExactly(null, BO, ADA);
    assertThat(pointers.without(CY, minute(20)).pointsAs(pointers)).isTrue();
  }

  @Test
  void whatOnlyEverPointedToOneIsNothingWithoutIt() {
    Pointers pointers = pointers(link(ADA, 10), link(ADA, 12));

    assertThat(pointers.without(ADA, minute(12))).isEqualTo(Pointers.NONE);
    assertThat(pointers.without(ADA, minute(11))).isSameAs(pointers);
    assertThat(pointers.without(BO, minute(12))).isSameAs(pointers);
  }

  @Test
  void upToAnInstantTheyAreAlikeThatPointAlikeUntilThen() {
    Pointers once = pointers(link(ADA, 10));
    Pointers more = pointers(link(ADA, 10), link(BO, 12));

    assertThat(once.pointsAs(more, minute(11))).isTrue();
    assertThat(once.pointsAs(more, minute(12))).isFalse();
    assertThat(once.pointsAs(Pointers.NONE, minute(1))).isFalse();
    Pointers shared = limited(link(ADA, 10), link(BO, 11), link(CY, 14));
    assertThat(shared.pointsAs(pointers(link(ADA, 10), link(BO, 11)), minute(13))).isTrue();
    assertThat(shared.pointsAs(pointers(link(ADA, 10), link(BO, 11)), minute(14))).isFalse();
  }

  @Test
  void pointersAreAlikeThatPointAlike() {
    Pointers once = pointers(link(ADA, 10), link(BO, 12));
    Pointers twice = pointers(link(ADA, 10), link(BO, 12), link(BO, 14));

    assertThat(once.pointsAs(twice)).isTrue();
    assertThat(once).isNotEqualTo(twice);
    assertThat(once.pointsAs(pointers(link(ADA, 10)))).isFalse();
  }

  @Test
  void onlyALaterLinkIsNext() {
    Pointers pointers = pointers(link(ADA, 10));

    assertThat(pointers.isNext(link(BO, 10))).isFalse();
    assertThat(pointers.isNext(link(BO, 11))).isTrue();
    assertThat(Pointers.NONE.isNext(link(BO, 0))).isTrue();
  }

  private static Pointers pointers(Link... links) {
    return Pointers.of(IdentifierKind.DEVICE_ID, Arrays.asList(links), IdentityRules.DEFAULT);
  }

  private static Pointers limited(Link... links) {
    return Pointers.of(IdentifierKind.DEVICE_ID, Arrays.asList(links), TWO_IN_TEN_MINUTES);
  }

  private static IdentityRules limited(SharingLimit limit) {
    IdentityRules rules = IdentityRules.DEFAULT;
    return new IdentityRules(
        rules.order(),
        Map.of(IdentifierKind.DEVICE_ID, limit),
        rules.leastTrust(),
        rules.retention(),
        rules.blocklist(),
        rules.spelling());
  }

  private static List<@Nullable IdentifierKey> at(Pointers pointers, long... minutes) {
    IdentifierKey[] targets = new IdentifierKey[minutes.length];
    for (int i = 0; i < minutes.length; i++) {
      targets[i] = pointers.target(minute(minutes[i]));
    }
    return Arrays.asList(targets);
  }

  private static Link link(IdentifierKey target, long minute) {
    return link(target, minute, cause(target, minute), Trust.STATED);
  }

  private static Link inferred(IdentifierKey target, long minute) {
    return link(target, minute, cause(target, minute), Trust.INFERRED);
  }

  private static Link link(IdentifierKey target, long minute, EventId cause, Trust trust) {
    return new Link(target, minute(minute), cause, trust);
  }

  private static EventId cause(IdentifierKey target, long minute) {
    Instant at = minute(minute);
    return new EventId(Stream.TRACKING, Duration.between(START, at) + target.hash());
  }

  private static IdentifierKey contact(String id) {
    return key(IdentifierKind.CONTACT_ID, id);
  }

  private static IdentifierKey key(IdentifierKind kind, String value) {
    return IdentifierKey.of("shop", new Identifier(kind, value));
  }
}
