package dev.kilde.profile.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.SharingLimit;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Change;
import dev.kilde.profile.OperatorHarness;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.Sample;
import dev.kilde.profile.SideOutputs;
import dev.kilde.profile.TestSettings;
import dev.kilde.profile.Told;
import dev.kilde.profile.output.ProfileUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weakest tier: what it keeps, and what it sends up. */
class DeviceTierHarnessTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  private OperatorHarness<KeeperInput, ProfileUpdate> devices = open(settings(), 1, null, 1);

  @AfterEach
  void close() throws Exception {
    devices.close();
  }

  @Test
  void aLinkSendsUpWhatTheDeviceHasAndItsPersonIsNoMore() throws Exception {
    process(view("e", 0, "d"));
    devices.watermark(T.plusSeconds(30));
    assertThat(devices.told()).hasSize(1);
    process(link("l", 60, "d", "anna"));
    devices.watermark(T.plusSeconds(100));

    assertThat(said()).containsExactly("put e through d to anna at 60");
    assertThat(changes())
        .containsExactlyInAnyOrder("linked d to anna by l at 60", "retired d to anna by l at 60");
    assertThat(devices.told()).extracting(ProfileUpdate::document).containsOnlyNulls().hasSize(1);
  }

  @Test
  void whatADeviceThatPointsToSomebodyIsGivenGoesOnAtOnce() throws Exception {
    process(link("l", 0, "d", "anna"));
    process(view("e", 5, "d"));
    devices.watermark(T.plusSeconds(5));
    assertThat(said()).containsExactly("put e through d to anna at 5");
    assertThat(devices.count("events-passed-on")).isEqualTo(1);
    devices.watermark(T.plusSeconds(60));
    assertThat(devices.told()).as("it is nobody's profile").isEmpty();
  }

  @Test
  void aRelinkLeavesWhatWasBeforeItAndALateLinkMovesIt() throws Exception {
    process(link("l1", 0, "d", "anna"));
    process(view("e1", 10, "d"));
    process(link("l2", 20, "d", "bo"));
    process(view("e2", 30, "d"));
    devices.watermark(T.plusSeconds(40));
    assertThat(said())
        .containsExactly("put e1 through d to anna at 10", "put e2 through d to bo at 30");

    process(link("l0", 5, "d", "bo"));
    assertThat(said())
        .containsExactly("drop e1 through d from anna at 40", "put e1 through d to bo at 40");
    assertThat(changes())
        .containsExactly(
            "linked d to anna by l1 at 0",
            "relinked d to bo by l2 at 20",
            "relinked d to bo by l0 at 5");
  }

  @Test
  void aLinkThatIsTakenBackBringsBackWhatWentOverIt() throws Exception {
    process(view("e", 0, "d"));
    process(link("l", 5, "d", "anna"));
    devices.watermark(T.plusSeconds(30));
    said();
    changes();
    process(to("d", new Message.Unlink(contact("anna"), "u", T.plusSeconds(60))));
    devices.watermark(T.plusSeconds(90));

    assertThat(said()).containsExactly("drop e through d from anna at 60");
    assertThat(changes()).containsExactly("unlinked d to anna by u at 60");
    List<ProfileUpdate> told = devices.told();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).document()).isNotNull();
    process(link("l", 5, "d", "anna"));
    assertThat(changes())
        .as("it stays taken back")
        .containsExactly("refused d to anna by l at 5: blocked");
  }

  @Test
  void whatIsRefusedIsReportedOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      process(
          to(
              "d",
              new Message.Linked(
                  new Link(contact("anna"), T.plusSeconds(i), cause("l" + i), Trust.INFERRED),
                  false)));
    }
    devices.watermark(T.plusSeconds(9));
    assertThat(changes()).containsExactly("refused d to anna by l0 at 0: untrusted");
  }

  @Test
  void aDeviceSeenWithTooManyPeopleIsReportedOnceAndFromThenOnCounted() throws Exception {
    for (int i = 0; i < 8; i++) {
      process(link("l" + i, 10 * i, "d", "person-" + i));
    }
    process(view("before", 41, "d"));
    process(view("after", 50, "d"));
    devices.watermark(T.plusSeconds(100));

    assertThat(changes().get(5)).startsWith("refused d to ").endsWith(" by l5 at 50: limit");
    assertThat(devices.count(KeeperOperator.SHARED)).isEqualTo(2);
    assertThat(said()).hasSize(1).allMatch(put -> put.startsWith("put before through d to "));
    assertThat(devices.told()).as("what comes after stays with the device").hasSize(1);
  }

  @Test
  void requestsGoOnToWhomTheDevicePointsTo() throws Exception {
    process(link("l", 0, "d", "anna"));
    process(to("d", new Message.Export("x", T.plusSeconds(5))));
    process(to("d", new Message.Erase("r", List.of(device("d")), false, T.plusSeconds(6))));
    process(to("d", new Message.Erase("s", List.of(device("d")), true, T.plusSeconds(7))));
    devices.watermark(T.plusSeconds(9));
    assertThat(said())
        .as("an erasure that names anna as well does what only the device knows: nothing")
        .containsExactly("Export x to anna at 5", "Erase r to anna at 6");
    assertThat(devices.told(SideOutputs.EXPORTS)).isEmpty();
  }

  @Test
  void ofTooManyEventsTheOldestAreNotKeptAndCounted() throws Exception {
    devices.close();
    ProfileSettings plain = settings();
    devices =
        open(
            new ProfileSettings(
                plain.retention(),
                plain.coalescing(),
                null,
                plain.identity(),
                plain.country(),
                16,
                plain.mostLinks(),
                plain.rules(),
                100),
            1,
            null,
            1);
    for (int i = 0; i < 20; i++) {
      process(view("e" + i, i, "d"));
    }
    devices.watermark(T.plusSeconds(60));
    assertThat(devices.count(KeeperOperator.CAPPED)).isEqualTo(6);
  }

  @ParameterizedTest(name = "hot {0}, parallelism {1} then {2}")
  @CsvSource({"1, 1, 1", "2, 1, 3", "100, 2, 1", "100, 1, 1", "3, 3, 2"})
  void aRestartInTheMiddleAndDevicesPushedOutChangeNothing(int hot, int before, int after)
      throws Exception {
    List<KeeperInput> inputs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String device = "d" + (1 + i * 5 % 3);
      int second = i * 7 % 60;
      inputs.add(
          i % 4 == 0
              ? link("l" + i, Math.max(12, second), device, "person-" + i / 12 % 3)
              : view("e" + i, second, device));
    }
    Collections.shuffle(inputs, new Random(hot));
    List<String> expected = run(inputs, 1_000, 1, 1, false);
    assertThat(expected)
        .anyMatch(told -> told.startsWith("put"))
        .anyMatch(told -> told.startsWith("relinked"))
        .anyMatch(told -> told.startsWith("retired"))
        .anyMatch(told -> told.endsWith("limit"));
    assertThat(run(inputs, hot, before, after, true)).isEqualTo(expected);
  }

  private List<String> run(
      List<KeeperInput> inputs, int hot, int before, int after, boolean restart) throws Exception {
    devices.close();
    devices = open(sharedSoon(hot), before, null, 1);
    Instant middle = T.plusSeconds(20);
    List<KeeperInput> first = new ArrayList<>(inputs.subList(0, 30));
    List<KeeperInput> second = new ArrayList<>();
    for (KeeperInput input : inputs.subList(30, inputs.size())) {
      (input.message().at().isAfter(middle) ? second : first).add(input);
    }
    for (KeeperInput input : first) {
      process(input);
    }
    devices.watermark(middle);
    List<String> told = new ArrayList<>(everything());
    if (restart) {
      OperatorSubtaskState state = devices.snapshot();
      devices.close();
      devices = open(sharedSoon(hot), after, state, before);
    }
    for (KeeperInput input : second) {
      process(input);
    }
    devices.watermark(T.plusSeconds(70));
    for (int i = 1; i <= 3; i++) {
      process(view("late" + i, 56, "d" + i));
    }
    devices.watermark(T.plus(Duration.ofDays(1)));
    told.addAll(everything());
    Collections.sort(told);
    return told;
  }

  /** People who share a device are few here. */
  private static ProfileSettings sharedSoon(int hot) {
    IdentityRules usual = IdentityRules.DEFAULT;
    return TestSettings.of(
        Retention.FOREVER,
        new IdentityRules(
            usual.order(),
            Map.of(IdentifierKind.DEVICE_ID, new SharingLimit(2, Duration.ofDays(1))),
            usual.leastTrust(),
            usual.retention(),
            usual.blocklist(),
            usual.spelling()),
        hot);
  }

  private List<String> everything() {
    List<String> all = new ArrayList<>(said());
    all.addAll(changes());
    devices.told().forEach(update -> all.add(update.toString()));
    return all;
  }

  private void process(KeeperInput input) throws Exception {
    devices.process(input);
  }

  /** What was sent to the stronger tiers. */
  private List<String> said() {
    return Arrays.stream(IdentifierKind.values())
        .flatMap(kind -> devices.sent(kind).stream().map(input -> Told.inWords(input, T)))
        .toList();
  }

  private List<String> changes() {
    return devices.told(SideOutputs.IDENTITY_CHANGES).stream()
        .map(change -> Told.inWords(change, T))
        .toList();
  }

  private static KeeperInput view(String id, int second, String device) {
    Event event = Sample.viewed(id, T.plusSeconds(second), "p").by("deviceId", device).event();
    return to(device, new Message.Moved(Change.Put.of(event, event.occurredAt())));
  }

  private static KeeperInput link(String id, int second, String device, String contact) {
    return to(
        device,
        new Message.Linked(
            new Link(contact(contact), T.plusSeconds(second), cause(id), Trust.STATED), true));
  }

  private static KeeperInput to(String device, Message message) {
    return KeeperInput.to("shop", device(device), message);
  }

  private static EventId cause(String id) {
    return new EventId(Stream.TRACKING, id);
  }

  private static Identifier device(String value) {
    return Identifier.of(IdentifierKind.DEVICE_ID, value);
  }

  private static IdentifierKey contact(String name) {
    return IdentifierKey.of("shop", Identifier.of(IdentifierKind.CONTACT_ID, name));
  }

  private static ProfileSettings settings() {
    return TestSettings.of(Retention.FOREVER, IdentityRules.DEFAULT, 100);
  }

  private static OperatorHarness<KeeperInput, ProfileUpdate> open(
      ProfileSettings settings,
      int parallelism,
      @Nullable OperatorSubtaskState state,
      int restoredParallelism) {
    try {
      return new OperatorHarness<>(
          () -> new KeeperOperator(IdentifierKind.DEVICE_ID, settings),
          KeeperInput::key,
          ProfileUpdate.TYPE,
          parallelism,
          state,
          restoredParallelism);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
