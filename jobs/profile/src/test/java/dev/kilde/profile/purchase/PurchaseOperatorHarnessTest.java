package dev.kilde.profile.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Change;
import dev.kilde.profile.OperatorHarness;
import dev.kilde.profile.Sample;
import dev.kilde.profile.person.PersonInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

  private OperatorHarness<PurchaseInput, PersonInput> purchases = open(null, 1);

  @AfterEach
  void close() throws Exception {
    purchases.close();
  }

  @Test
  void aSnapshotWaitsForItsInstantAndGoesToWhomItNames() throws Exception {
    take(Sample.order("v1", T, "o").byContact("anna"));
    purchases.watermark(T.minusMillis(1));
    assertThat(purchases.told()).isEmpty();
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
            "put v1 to bo at 5",
            "put v2 to bo at 5");
  }

  @Test
  void anOlderSnapshotThatComesLateGoesToTheOwnerOfTheNewest() throws Exception {
    take(Sample.order("v2", T.plusSeconds(5), "o").byContact("bo"));
    purchases.watermark(T.plusSeconds(20));
    take(Sample.order("v1", T, "o").byContact("anna"));
    assertThat(said()).containsExactly("put v2 to bo at 5", "put v1 to bo at 20");
  }

  @Test
  void theSameSnapshotOnceMoreSaysNothing() throws Exception {
    Sample order = Sample.order("v1", T, "o").byContact("anna");
    take(order);
    take(order);
    purchases.watermark(T.plusSeconds(1));
    take(order);
    purchases.watermark(T.plusSeconds(2));
    assertThat(said()).containsExactly("put v1 to anna at 0");
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
            "put back to anna at 9");
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
    purchases.told();
    take(Sample.order("v1", T, "o").byContact("anna"));
    assertThat(said())
        .as("people keep a purchase until midnight, so its owner is known until then")
        .containsExactly("put v1 to bo at " + RETENTION.plusHours(1).toSeconds());
  }

  @Test
  void theEndOfTimeRingsNothing() throws Exception {
    take(Sample.order("v1", T, "o").byContact("anna"));
    purchases.endOfTime();
    assertThat(purchases.told()).isEmpty();
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
      samples.add(sample.byContact("person-" + random.nextInt(3)));
    }
    List<String> expected = play(samples, false);
    Collections.shuffle(samples, random);
    assertThat(play(samples, false)).isEqualTo(expected);
    assertThat(play(samples, true)).isEqualTo(expected);
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
    purchases.process(new PurchaseInput(sample.event()));
  }

  /** What was sent, in words, instants in seconds from the start. */
  private List<String> said() {
    return purchases.told().stream().map(PurchaseOperatorHarnessTest::inWords).toList();
  }

  private static String inWords(PersonInput input) {
    Change change = input.change();
    String whom =
        List.of("anna", "bo", "person-0", "person-1", "person-2").stream()
            .filter(
                name ->
                    ProfileId.of("shop", Identifier.of(IdentifierKind.CONTACT_ID, name))
                        .hex()
                        .equals(input.profileId()))
            .findFirst()
            .orElseThrow();
    return (change instanceof Change.Put ? "put " : "drop ")
        + change.id().id()
        + (change instanceof Change.Put ? " to " : " from ")
        + whom
        + " at "
        + Duration.between(T, change.effectiveAt()).toSeconds();
  }

  private static OperatorHarness<PurchaseInput, PersonInput> open(
      @Nullable OperatorSubtaskState state, int parallelism) {
    try {
      return new OperatorHarness<>(
          () -> new PurchaseOperator(RETENTION),
          PurchaseInput::key,
          PersonInput.TYPE,
          parallelism,
          state,
          1);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
