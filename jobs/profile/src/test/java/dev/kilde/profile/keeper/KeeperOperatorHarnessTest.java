package dev.kilde.profile.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Change;
import dev.kilde.profile.OperatorHarness;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.Sample;
import dev.kilde.profile.SideOutputs;
import dev.kilde.profile.TestSettings;
import dev.kilde.profile.Told;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.schemas.record.HeldRecord;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.record.ProfileExport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeeperOperatorHarnessTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  private OperatorHarness<KeeperInput, ProfileUpdate> people = open(settings(null, 1), 1, null, 1);

  @AfterEach
  void close() throws Exception {
    people.close();
  }

  @Test
  void anEventWaitsForTheWatermarkAndItsDocumentForTheCoalescing() throws Exception {
    people.process(put(viewed("e", T, "anna")));
    people.watermark(T.minusMillis(1));
    assertThat(people.told()).isEmpty();
    people.watermark(T.plusMillis(9_999));
    assertThat(people.told()).isEmpty();
    people.watermark(T.plusSeconds(10));

    ProfileUpdate told = only(people.told());
    assertThat(told.at()).isEqualTo(T.plusSeconds(10));
    assertThat(told.revision()).isEqualTo(T.plusSeconds(10).toEpochMilli());
    assertThat(document(told).getAsOf()).isEqualTo(T.plusSeconds(10));
    assertThat(document(told).getFirstSeenAt()).isEqualTo(T);
  }

  @Test
  void whatHappensWithinTheCoalescingIsOneDocument() throws Exception {
    for (int i = 0; i < 10; i++) {
      people.process(put(viewed("e" + i, T.plusSeconds(i), "anna")));
    }
    people.process(put(viewed("next", T.plusSeconds(11), "anna")));
    people.watermark(T.plusSeconds(60));

    List<ProfileUpdate> told = people.told();
    assertThat(told)
        .extracting(ProfileUpdate::at)
        .containsExactly(T.plusSeconds(10), T.plusSeconds(21));
    assertThat(views(told.get(0))).isEqualTo(10);
    assertThat(views(told.get(1))).isEqualTo(11);
  }

  @Test
  void aLateEventIsFoldedAtOnceInItsPlace() throws Exception {
    people.process(put(viewed("b", T, "anna", "second")));
    people.watermark(T.plusSeconds(30));
    people.process(put(viewed("a", T.minusSeconds(60), "anna", "first")));
    people.watermark(T.plusSeconds(40));

    List<ProfileUpdate> told = people.told();
    assertThat(told)
        .extracting(ProfileUpdate::at)
        .containsExactly(T.plusSeconds(10), T.plusSeconds(40));
    ProfileDocument last = document(told.get(1));
    assertThat(last.getFirstSeenAt()).isEqualTo(T.minusSeconds(60));
    assertThat(last.getBehaviour().getLastViewed()).containsExactly("second", "first");
  }

  @Test
  void theSameEventOnceMoreChangesNothing() throws Exception {
    people.process(put(viewed("e", T, "anna")));
    people.process(put(viewed("e", T, "anna")));
    people.watermark(T.plusSeconds(10));
    people.process(put(viewed("e", T, "anna")));
    people.watermark(T.plusSeconds(60));
    assertThat(views(only(people.told()))).isEqualTo(1);
  }

  @Test
  void whatIsTakenAwayWhileItWaitsDoesNotStay() throws Exception {
    KeeperInput put = put(viewed("e", T, "anna"));
    people.process(put);
    people.process(drop(put, T));
    people.watermark(T.plusSeconds(60));
    assertThat(people.told()).isEmpty();
  }

  @Test
  void whoIsLeftWithNothingIsRetiredAndForgottenAndMayBeBornAgain() throws Exception {
    KeeperInput put = put(viewed("e", T, "anna"));
    people.process(put);
    people.watermark(T.plusSeconds(10));
    long revision = only(people.told()).revision();
    people.process(drop(put, T.plusSeconds(20)));
    people.watermark(T.plusSeconds(30));

    ProfileUpdate gone = only(people.told());
    assertThat(gone.document()).isNull();
    assertThat(gone.revision()).isGreaterThan(revision);
    people.watermark(T.plusSeconds(31));
    people.snapshot();
    assertThat(people.rows()).as("nothing is kept of somebody who is no more").isZero();

    people.process(put(viewed("f", T.plusSeconds(40), "anna")));
    people.watermark(T.plusSeconds(50));
    ProfileUpdate again = only(people.told());
    assertThat(again.revision()).isGreaterThan(gone.revision());
    assertThat(views(again)).isEqualTo(1);
  }

  @Test
  void theEndOfTimeRingsNothing() throws Exception {
    people.process(put(viewed("e", T, "anna")));
    people.watermark(T);
    people.endOfTime();
    assertThat(people.told()).isEmpty();
    assertThat(people.alarms()).isPositive();
  }

  @Test
  void retentionTakesEventsAwayAtMidnightAndAtLastThePerson() throws Exception {
    people.close();
    people = open(settings(Duration.ofDays(2), 1), 1, null, 1);
    people.process(put(viewed("old", T, "anna")));
    people.process(put(viewed("new", T.plus(Duration.ofDays(1)), "anna")));
    people.watermark(T.plus(Duration.ofDays(10)));

    List<ProfileUpdate> told = people.told();
    assertThat(told)
        .extracting(ProfileUpdate::at)
        .containsExactly(
            T.plusSeconds(10),
            T.plus(Duration.ofDays(1)).plusSeconds(10),
            Instant.parse("2026-03-04T00:00:10Z"),
            Instant.parse("2026-03-05T00:00:10Z"));
    assertThat(views(told.get(2))).isEqualTo(1);
    assertThat(told.get(3).document()).isNull();
    assertThat(people.alarms()).isZero();
  }

  @Test
  void whoAsksGetsEverythingHeld() throws Exception {
    people.process(put(viewed("b", T.plusSeconds(1), "anna")));
    people.process(put(viewed("a", T, "anna")));
    people.process(put(viewed("later", T.plusSeconds(3), "anna")));
    people.process(ask(new Message.Export("x", T.plusSeconds(2))));
    people.watermark(T.plusSeconds(2));

    List<ProfileExport> exports = people.told(SideOutputs.EXPORTS);
    assertThat(exports).hasSize(1);
    ProfileExport export = exports.get(0);
    assertThat(export.getProfileId()).isEqualTo(put(viewed("a", T, "anna")).key());
    assertThat(export.getAt()).isEqualTo(T.plusSeconds(2));
    assertThat(export.getRecords()).extracting(HeldRecord::getEventId).containsExactly("a", "b");
    assertThat(Objects.requireNonNull(export.getProfile()).getAsOf()).isEqualTo(T.plusSeconds(2));
  }

  @Test
  void whoIsErasedIsNoMoreAndWeakerIdentifiersAreAsked() throws Exception {
    Event event =
        Sample.viewed("e", T, "p")
            .byContact("anna")
            .by("email", "anna@x.dk")
            .by("deviceId", "d")
            .event();
    people.process(put(event));
    people.watermark(T.plusSeconds(10));
    ProfileUpdate known = only(people.told());
    people.process(ask(new Message.Erase("r", List.of(), false, T.plusSeconds(20))));
    people.watermark(T.plusSeconds(20));

    ProfileUpdate gone = only(people.told());
    assertThat(gone.document()).isNull();
    assertThat(gone.profileId()).isEqualTo(known.profileId());
    assertThat(gone.revision()).isGreaterThan(known.revision());
    assertThat(people.told(SideOutputs.ERASURES))
        .extracting(request -> Objects.requireNonNull(request.getLink()).getFrom())
        .containsExactlyInAnyOrder("email:anna@x.dk", "deviceId:d");
    assertThat(people.told(SideOutputs.IDENTITY_CHANGES))
        .extracting(change -> Told.inWords(change, T))
        .containsExactly("erased anna by r at 20");

    OperatorSubtaskState state = people.snapshot();
    people.close();
    people = open(settings(null, 1), 2, state, 1);
    people.process(put(event));
    people.process(put(viewed("next", T.plusSeconds(30), "anna")));
    people.watermark(T.plusSeconds(60));
    ProfileUpdate reborn = only(people.told());
    assertThat(reborn.profileId()).isNotEqualTo(known.profileId());
    assertThat(document(reborn).getFirstSeenAt()).isEqualTo(T.plusSeconds(30));
    assertThat(people.count("events-erased")).isEqualTo(1);
  }

  @Test
  void eachPersonHasOneAlarmHoweverMuchHappens() throws Exception {
    for (int i = 0; i < 50; i++) {
      people.process(put(viewed("e" + i, T.plusSeconds(i), "anna")));
    }
    assertThat(people.alarms()).isEqualTo(1);
  }

  @ParameterizedTest(name = "hot {0}, parallelism {1} then {2}")
  @CsvSource({"1, 1, 1", "2, 1, 3", "100, 2, 1", "100, 1, 1", "3, 3, 2"})
  void aRestartInTheMiddleAndPeoplePushedOutChangeNothing(int hot, int before, int after)
      throws Exception {
    List<KeeperInput> inputs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      inputs.add(put(viewed("e" + i, T.plusSeconds(i * 7 % 60), "person-" + i * 5 % 7)));
    }
    List<ProfileUpdate> expected = run(inputs, settings(Duration.ofDays(2), 1_000), 1, 1, false);
    assertThat(expected).hasSizeGreaterThan(14);
    assertThat(run(inputs, settings(Duration.ofDays(2), hot), before, after, true))
        .isEqualTo(expected);
  }

  private List<ProfileUpdate> run(
      List<KeeperInput> inputs, ProfileSettings settings, int before, int after, boolean restart)
      throws Exception {
    people.close();
    people = open(settings, before, null, 1);
    List<ProfileUpdate> told = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      if (i == 40) {
        people.watermark(T.plusSeconds(15));
        told.addAll(people.told());
        if (restart) {
          OperatorSubtaskState state = people.snapshot();
          people.process(inputs.get(0));
          people.close();
          people = open(settings, after, state, before);
        }
      }
      // On time in both halves: those of the second occur after the watermark at the restart.
      KeeperInput input = inputs.get(i);
      if (i < 40 || input.message().at().isAfter(T.plusSeconds(15))) {
        people.process(input);
      }
    }
    people.watermark(T.plusSeconds(45));
    people.watermark(T.plus(Duration.ofDays(9)));
    told.addAll(people.told());
    told.sort(
        Comparator.comparing(ProfileUpdate::profileId).thenComparing(ProfileUpdate::revision));
    return told;
  }

  private static OperatorHarness<KeeperInput, ProfileUpdate> open(
      ProfileSettings settings,
      int parallelism,
      @Nullable OperatorSubtaskState state,
      int restoredParallelism) {
    try {
      return new OperatorHarness<>(
          () -> new KeeperOperator(IdentifierKind.CONTACT_ID, settings),
          KeeperInput::key,
          ProfileUpdate.TYPE,
          parallelism,
          state,
          restoredParallelism);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static ProfileSettings settings(@Nullable Duration retention, int hot) {
    return TestSettings.of(new Retention(retention, retention), IdentityRules.DEFAULT, hot);
  }

  private static Event viewed(String id, Instant at, String person) {
    return viewed(id, at, person, "p");
  }

  private static Event viewed(String id, Instant at, String person, String product) {
    return Sample.viewed(id, at, product).byContact(person).event();
  }

  private static KeeperInput put(Event event) {
    return KeeperInput.to(
        "shop",
        event.envelope().identifiers().strongest().orElseThrow(),
        new Message.Moved(Change.Put.of(event, event.occurredAt())));
  }

  private static KeeperInput ask(Message message) {
    return KeeperInput.to("shop", Identifier.of(IdentifierKind.CONTACT_ID, "anna"), message);
  }

  private static KeeperInput drop(KeeperInput put, Instant at) {
    return new KeeperInput(
        put.tenant(), put.key(), new Message.Moved(new Change.Drop(null, put.message().id(), at)));
  }

  private static ProfileUpdate only(List<ProfileUpdate> told) {
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  private static ProfileDocument document(ProfileUpdate told) {
    return Objects.requireNonNull(told.document());
  }

  private static long views(ProfileUpdate told) {
    return document(told).getBehaviour().getCounts().getOrDefault("product_viewed", 0L);
  }
}
