package dev.kilde.profile.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.keeper.Span;
import dev.kilde.profile.OperatorHarness;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.Sample;
import dev.kilde.profile.TestSettings;
import dev.kilde.profile.Told;
import dev.kilde.profile.keeper.KeeperInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The owner of a purchase is erased. */
class PurchaseForgetsHarnessTest {

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
  void whatWasHersIsForgottenWithoutAWordAndACorrectionBringsItToNobody() throws Exception {
    take(order("v1", 0).byContact("anna").by("deviceId", "d"));
    reach(30);
    said();
    forget(List.of(), 20);
    assertThat(said()).as("the keepers have forgotten already").isEmpty();
    purchases.snapshot();
    assertThat(purchases.rows() - purchases.alarms()).as("nothing is kept").isZero();

    take(order("v2", 40).byContact("bo"));
    reach(40);
    assertThat(said()).containsExactly("put v2 to bo at 40");
  }

  @Test
  void aRequestAheadOfTimeWaitsAlsoThroughARestartAndComesAfterTheEventsOfItsInstant()
      throws Exception {
    forget(List.of(), 20);
    forget(List.of(), 20);
    take(order("v1", 20).byContact("anna"));
    reach(10);
    OperatorSubtaskState state = purchases.snapshot();
    purchases.close();
    purchases = open(state, 2);
    reach(30);
    assertThat(said()).containsExactly("put v1 to anna at 20");
    take(order("v2", 40).byContact("bo"));
    reach(40);
    assertThat(said()).containsExactly("put v2 to bo at 40");
  }

  @Test
  void whatOccurredLaterAndWhatWasSomebodyElsesStays() throws Exception {
    take(order("v1", 0).byContact("anna"));
    take(order("v2", 10).byContact("bo"));
    take(order("v3", 50).byContact("bo"));
    reach(50);
    said();
    forget(List.of(), 20);
    assertThat(said()).as("it was his by then").isEmpty();
    take(order("v4", 60).byContact("cleo"));
    reach(60);
    assertThat(said()).contains("drop v1 from bo at 60", "drop v3 from bo at 60");
  }

  @Test
  void aCorrectionThatCameBetweenTheErasureAndItsRequestIsUndoneForWhatWasHers() throws Exception {
    take(order("v1", 0).byContact("anna").by("deviceId", "d"));
    take(order("v2", 25).byContact("bo"));
    reach(30);
    said();
    forget(List.of(), 20);
    assertThat(said())
        .as("as if the request had been heard in time")
        .containsExactly("drop v1 from bo at 30");
  }

  @Test
  void whereTheNewestIsForgottenWhatIsLeftGoesToWhomItNames() throws Exception {
    take(order("v2", 0).byContact("anna").with("updatedAt", T.plusSeconds(99).toString()));
    take(order("v1", 25).byContact("bo").by("deviceId", "d"));
    reach(30);
    said();
    forget(List.of(), 20);
    assertThat(said())
        .containsExactly(
            "drop v1 from anna at 30", "put v1 to bo at 30", "link d to bo since 25 by v1 at 30");
  }

  @Test
  void ofAnIdentifierOfTwoOnlyTheTimesOfTheErasedPersonGo() throws Exception {
    take(order("v1", 0).byContact("anna"));
    take(order("v2", 10).byContact("anna"));
    reach(30);
    said();
    forget(List.of(new Span(null, T.plusSeconds(5))), 20);
    take(order("v3", 40).byContact("bo"));
    reach(40);
    assertThat(said())
        .containsExactly("drop v2 from anna at 40", "foreign v2 to bo at 40", "put v3 to bo at 40");
  }

  @Test
  void whatOnlyTheForgottenSnapshotMadeAnothersOfTheIdentifierStaysWhereItIs() throws Exception {
    take(order("v1", 0).byContact("bo"));
    take(order("v2", 10).byContact("anna"));
    reach(30);
    said();
    forget(List.of(new Span(T.plusSeconds(5), null)), 20);
    assertThat(said()).isEmpty();
    purchases.snapshot();
    assertThat(purchases.rows() - purchases.alarms()).isZero();
  }

  @Test
  void aForgottenSnapshotOnceMoreGoesToItsKeeperWhoRefusesIt() throws Exception {
    take(order("v1", 0).byContact("anna"));
    reach(30);
    said();
    forget(List.of(), 20);
    take(order("v1", 0).byContact("anna"));
    assertThat(said()).containsExactly("put v1 to anna at 30");
    forget(List.of(), 20);
    purchases.snapshot();
    assertThat(purchases.rows() - purchases.alarms()).isZero();
  }

  private static Sample order(String id, int second) {
    return Sample.order(id, T.plusSeconds(second), "o");
  }

  private void take(Sample sample) throws Exception {
    purchases.process(new PurchaseInput.Snapshot(sample.event()));
  }

  private void forget(List<Span> spans, int second) throws Exception {
    Identifier anna = Identifier.of(IdentifierKind.CONTACT_ID, "anna");
    purchases.process(
        new PurchaseInput.Forget(
            "shop",
            new PurchaseKey("order:o"),
            IdentifierKey.of("shop", anna),
            spans,
            T.plusSeconds(second),
            "request"));
  }

  private void reach(int second) throws Exception {
    purchases.watermark(T.plusSeconds(second));
  }

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
