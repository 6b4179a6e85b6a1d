package dev.kilde.profile.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.profile.OperatorHarness;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.Sample;
import dev.kilde.profile.TestSettings;
import dev.kilde.profile.Told;
import dev.kilde.profile.keeper.KeeperInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseOperatorHarnessTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Duration RETENTION = Duration.ofDays(2);
  private static final ProfileSettings SETTINGS =
      TestSettings.of(new Retention(RETENTION, RETENTION), IdentityRules.DEFAULT, 0);

  private OperatorHarness<PurchaseInput, KeeperInput> purchases = open(null, 1);

  @AfterEach
  void close() throws Exception {
    purchases.close();
  }

  @Test
  void aSnapshotWaitsForItsInstantAndGoesToWhomItNames() throws Exception {
    take(Sample.order("v1", T, "o").byContact("anna"));
    purchases.watermark(T.minusMillis(1));
    assertThat(said()).isEmpty();
    purchases.watermark(T);
    assertThat(said()).containsExactly("put v1 to anna at 0");
  }

  @Test
  void allSnapshotsFollowTheOwnerOfTheNewest() throws Exception {
    take(Sample.order("v1", T, "o").byContact("anna"));
    take(Sample.order("v2", T.plusSeconds(5), "o").byContact("bo"));
    purchases.watermark(T.plusSeconds(9));
    assertThat(said())
        .containsExactly(
            "put v1 to anna at 0",
            "drop v1 from anna at 5",
            "foreign v1 to bo at 5",
            "put v2 to bo at 5");
  }

  @Test
  void anOlderSnapshotThatComesLateGoesToTheOwnerOfTheNewest() throws Exception {
    take(Sample.order("v2", T.plusSeconds(5), "o").byContact("bo"));
    purchases.watermark(T.plusSeconds(20));
    take(Sample.order("v1", T, "o").byContact("anna"));
    assertThat(said()).containsExactly("put v2 to bo at 5", "foreign v1 to bo at 20");
  }

  @Test
  void theSameSnapshotOnceMoreSaysNothing() throws Exception {
    Sample order = Sample.order("v1", T, "o").byContact("anna").by("deviceId", "d");
    take(order);
    take(order);
    purchases.watermark(T.plusSeconds(1));
    take(order);
    purchases.watermark(T.plusSeconds(2));
    assertThat(said()).containsExactly("put v1 to anna at 0", "link d to anna since 0 by v1 at 0");
  }

  @Test
  void anotherContentUnderTheIdIsPutInItsPlace() throws Exception {
    Sample order = Sample.order("v1", T, "o").byContact("anna");
    take(order);
    purchases.watermark(T.plusSeconds(1));
    take(order.with("occurredAt", T.plusSeconds(5).toString()).with("status", "paid"));
    purchases.watermark(T.plusSeconds(9));
    take(order.with("currency", "USD"));
    assertThat(said()).containsExactly("put v1 to anna at 0", "put v1 to anna at 5");
  }

  @Test
  void aReturnWithoutANameGoesToTheOriginalsOwnerInWhateverOrderTheyCome() throws Exception {
    take(Sample.receipt("back", T.plusSeconds(5), "r2").with("returnOf", "r1"));
    purchases.watermark(T.plusSeconds(9));
    assertThat(said()).isEmpty();
    take(Sample.receipt("bought", T, "r1").byContact("anna"));
    assertThat(said()).containsExactly("put bought to anna at 9", "put back to anna at 9");
  }

  @Test
  void aReturnFollowsItsOriginalAway() throws Exception {
    take(Sample.receipt("back", T.plusSeconds(5), "r2").with("returnOf", "r1").byContact("bo"));
    purchases.watermark(T.plusSeconds(9));
    take(Sample.receipt("bought", T, "r1").byContact("anna"));
    assertThat(said())
        .containsExactly(
            "put back to bo at 5",
            "drop back from bo at 9",
            "put bought to anna at 9",
            "foreign back to anna at 9");
  }

  @Test
  void weakerIdentifiersAreLinkedToTheOwner() throws Exception {
    take(Sample.order("v1", T, "o").byContact("anna").by("email", "anna@x.dk").by("deviceId", "d"));
    purchases.watermark(T);
    assertThat(said())
        .containsExactly(
            "put v1 to anna at 0",
            "link anna@x.dk to anna since 0 by v1 at 0",
            "link d to anna since 0 by v1 at 0");
  }

  @Test
  void linksOfASnapshotThatTurnsOutToBeSomebodyElsesAreRetracted() throws Exception {
    take(Sample.order("v1", T, "o").byContact("anna").by("deviceId", "d"));
    take(Sample.order("v2", T.plusSeconds(5), "o").byContact("bo").by("deviceId", "d"));
    purchases.watermark(T.plusSeconds(9));
    assertThat(said())
        .containsExactly(
            "put v1 to anna at 0",
            "drop v1 from anna at 5",
            "foreign v1 to bo at 5",
            "put v2 to bo at 5",
            "link d to anna since 0 by v1 at 0",
            "retract d to anna since 0 by v1 because of v2 at 5",
            "link d to bo since 5 by v2 at 5");
  }

  @Test
  void linksOfAContentThatIsReplacedAreRetracted() throws Exception {
    Sample order = Sample.order("v1", T, "o").byContact("anna").by("deviceId", "d");
    take(order);
    purchases.watermark(T);
    said();
    take(order.with("occurredAt", T.plusSeconds(5).toString()).by("deviceId", "d2"));
    purchases.watermark(T.plusSeconds(5));
    assertThat(said())
        .containsExactly(
            "put v1 to anna at 5",
            "retract d to anna since 0 by v1 because of v1 at 5",
            "link d2 to anna since 5 by v1 at 5");
  }

  @Test
  void anEventThatNamesSomebodyElseThanItsOwnerTellsOfGoodsAndLinksNobody() throws Exception {
    take(Sample.receipt("bought", T, "r1").byContact("anna"));
    take(
        Sample.receipt("back", T.plusSeconds(5), "r2")
            .with("returnOf", "r1")
            .by("loyaltyNumber", "member")
            .by("cardToken", "card"));
    purchases.watermark(T.plusSeconds(9));
    assertThat(said()).containsExactly("put bought to anna at 0", "foreign back to anna at 5");
  }

  @Test
  void anEventThatNamesNobodyIsItsOwnersWithoutBeingForeign() throws Exception {
    take(Sample.receipt("bought", T, "r1").by("cardToken", "card"));
    take(Sample.receipt("back", T.plusSeconds(5), "r2").with("returnOf", "r1"));
    purchases.watermark(T.plusSeconds(9));
    assertThat(said()).containsExactly("put bought to card at 0", "put back to card at 5");
  }

  @Test
  void anInferredDeviceIsNotBelievedAnInferredCardIs() throws Exception {
    take(
        Sample.receipt("r", T, "r1")
            .with("trust", "inferred")
            .by("loyaltyNumber", "member")
            .by("cardToken", "card")
            .by("deviceId", "d"));
    purchases.watermark(T);
    assertThat(said())
        .containsExactly(
            "put r to member at 0",
            "link card to member since 0 by r at 0",
            "doubtful link d to member since 0 by r at 0");
  }

  @Test
  void ofSeveralSnapshotsAtOneInstantTheLastInCanonicalOrderIsTheCauseWhicheverComesFirst()
      throws Exception {
    List<Sample> corrections =
        List.of(
            Sample.order("v2", T.plusSeconds(5), "o").byContact("bo"),
            Sample.order("v3", T.plusSeconds(5), "o").byContact("bo"));
    List<List<String>> both = new ArrayList<>();
    for (List<Sample> order :
        List.of(corrections, List.of(corrections.get(1), corrections.get(0)))) {
      purchases.close();
      purchases = open(null, 1);
      take(Sample.order("v1", T, "o").byContact("anna").by("deviceId", "d"));
      for (Sample correction : order) {
        take(correction);
      }
      purchases.watermark(T.plusSeconds(9));
      both.add(said());
    }
    assertThat(both.get(0))
        .contains("retract d to anna since 0 by v1 because of v3 at 5")
        .isEqualTo(both.get(1));
  }

  @Test
  void aPurchaseThatIsOverIsForgotten() throws Exception {
    take(Sample.order("v1", T, "o").byContact("anna"));
    purchases.watermark(T.plus(RETENTION));
    purchases.snapshot();
    assertThat(purchases.rows()).isPositive();
    purchases.watermark(T.plus(RETENTION).plus(Duration.ofDays(1)));
    purchases.snapshot();
    assertThat(purchases.rows()).isZero();
    assertThat(purchases.alarms()).isZero();
  }

  @Test
  void whatIsForgottenIsPastRetentionForItsOwner() throws Exception {
    take(Sample.order("v2", T.plusSeconds(5), "o").byContact("bo"));
    purchases.watermark(T.plus(RETENTION).plus(Duration.ofHours(1)));
    said();
    take(Sample.order("v1", T, "o").byContact("anna"));
    assertThat(said())
        .as("people keep a purchase until midnight, so its owner is known until then")
        .containsExactly("foreign v1 to bo at " + RETENTION.plusHours(1).toSeconds());
  }

  @Test
  void theEndOfTimeRingsNothing() throws Exception {
    take(Sample.order("v1", T, "o").byContact("anna"));
    purchases.endOfTime();
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void withinTheBoundTheOrderOfArrivalAndARestartDoNotMatter(long seed) throws Exception {
    List<Sample> samples = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      Instant at = T.plusSeconds(random.nextInt(20));
      Sample sample =
          random.nextBoolean()
              ? Sample.order("e" + i, at, "o" + random.nextInt(2))
              : Sample.receipt("e" + i, at, "r" + random.nextInt(2))
                  .with("returnOf", "r" + random.nextInt(2));
      Sample named = sample.byContact("person-" + random.nextInt(3));
      samples.add(
          random.nextBoolean() ? named : named.by("deviceId", "d" + (1 + random.nextInt(3))));
    }
    List<String> expected = play(samples, false);
    Collections.shuffle(samples, random);
    assertThat(play(samples, false)).isEqualTo(expected);
    assertThat(play(samples, true)).isEqualTo(expected);
  }

  @Test
  void anEnrichedSnapshotIsNotForeignAndItsLinkStays() throws Exception {
    take(Sample.order("v1", T, "o").by("email", "anna@x.dk").by("deviceId", "d"));
    take(Sample.order("v2", T.plusSeconds(5), "o").byContact("anna").by("email", "anna@x.dk"));
    purchases.watermark(T.plusSeconds(9));
    assertThat(said())
        .containsExactly(
            "put v1 to anna at 5",
            "put v2 to anna at 5",
            "put v1 to anna@x.dk at 0",
            "drop v1 from anna@x.dk at 5",
            "link anna@x.dk to anna since 5 by v2 at 5",
            "link d to anna@x.dk since 0 by v1 at 0");
  }

  @Test
  void anEnrichedSnapshotThatComesFirstTellsTheAddressOfTheDevice() throws Exception {
    take(Sample.order("v1", T, "o").by("email", "anna@x.dk").by("deviceId", "d"));
    take(
        Sample.order("v2", T, "o")
            .byContact("anna")
            .by("email", "anna@x.dk")
            .with("updatedAt", T.plusSeconds(1).toString()));
    purchases.watermark(T.plusSeconds(9));
    assertThat(said())
        .containsExactly(
            "put v1 to anna at 0",
            "put v2 to anna at 0",
            "Acquainted v1 to anna@x.dk at 0",
            "link anna@x.dk to anna since 0 by v2 at 0",
            "link d to anna@x.dk since 0 by v1 at 0");
  }

  @Test
  void nothingSaysThatAnAddressIsTheContactsWhoAloneIsNamedNext() throws Exception {
    take(Sample.order("v1", T, "o").by("email", "anna@x.dk").by("deviceId", "d"));
    take(Sample.order("v2", T.plusSeconds(5), "o").byContact("bo"));
    purchases.watermark(T.plusSeconds(9));
    assertThat(said())
        .containsExactly(
            "foreign v1 to bo at 5",
            "put v2 to bo at 5",
            "put v1 to anna@x.dk at 0",
            "drop v1 from anna@x.dk at 5",
            "link d to anna@x.dk since 0 by v1 at 0",
            "retract d to anna@x.dk since 0 by v1 because of v2 at 5");
  }

  @Test
  void whatTurnsForeignWhereItIsIsTakenAndGivenAgain() throws Exception {
    take(Sample.order("v1", T, "o").by("email", "anna@x.dk"));
    take(Sample.order("v2", T.plusSeconds(5), "o").byContact("anna").by("email", "anna@x.dk"));
    purchases.watermark(T.plusSeconds(9));
    said();
    take(Sample.order("v3", T.plusSeconds(20), "o").byContact("anna"));
    purchases.watermark(T.plusSeconds(20));
    assertThat(said())
        .containsExactly(
            "drop v1 from anna at 20", "foreign v1 to anna at 20", "put v3 to anna at 20");
  }

  private List<String> play(List<Sample> samples, boolean restart) throws Exception {
    purchases.close();
    purchases = open(null, 1);
    for (Sample sample : samples) {
      take(sample);
    }
    purchases.watermark(T.plusSeconds(10));
    List<String> said = new ArrayList<>(said());
    if (restart) {
      OperatorSubtaskState state = purchases.snapshot();
      purchases.close();
      purchases = open(state, 2);
    }
    purchases.watermark(T.plusSeconds(60));
    said.addAll(said());
    return said.stream().sorted().toList();
  }

  private void take(Sample sample) throws Exception {
    purchases.process(new PurchaseInput.Snapshot(sample.event()));
  }

  /** What was sent to the tiers, the strongest first. */
  private List<String> said() {
    return Arrays.stream(IdentifierKind.values())
        .flatMap(kind -> purchases.sent(kind).stream().map(input -> Told.inWords(input, T)))
        .toList();
  }

  private static OperatorHarness<PurchaseInput, KeeperInput> open(
      @Nullable OperatorSubtaskState state, int parallelism) {
    try {
      return new OperatorHarness<>(
          () -> new PurchaseOperator(SETTINGS),
          PurchaseInput::key,
          KeeperInput.TYPE,
          parallelism,
          state,
          1);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
