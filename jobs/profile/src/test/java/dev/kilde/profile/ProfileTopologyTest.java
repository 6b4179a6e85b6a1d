package dev.kilde.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.input.InputTypeInfo;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.identity.PurchaseOwnership;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.Person;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.profile.person.PersonSettings;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.schemas.record.ProfileDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Laws 1, 3, 4 and 5 over the whole path: a hundred and twenty generated shops, a tenant each, in a
 * run.
 */
class ProfileTopologyTest {

  private static final List<World> WORLDS = World.many(120, 20_260_301);
  private static final DocumentTiming TIMING = new DocumentTiming.Coalesced(Duration.ofSeconds(10));

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir Path folder;

  @ParameterizedTest(name = "parallelism {0}, {1} partitions, seed {2}")
  @CsvSource({"1, 3, 1", "2, 1, 2", "3, 2, 3", "4, 1, 4", "4, 5, 5"})
  void onTimeTheOutputIsAFunctionOfTheInput(int parallelism, int partitions, long seed)
      throws Exception {
    ProfileRun plain = ProfileRun.of(Schedule.plain(WORLDS), 1);
    assertThat(plain.documents()).isEqualTo(pure(WORLDS, Retention.FOREVER));

    ProfileRun run =
        ProfileRun.of(Schedule.onTime(WORLDS, new Random(seed), partitions), parallelism);

    assertThat(run.updates()).isEqualTo(plain.updates());
    run.updates().values().forEach(ProfileTopologyTest::assertRevisionsGrow);
  }

  @ParameterizedTest(name = "parallelism {0}, {1} partitions, seed {2}")
  @CsvSource({"1, 1, 1", "2, 1, 2", "3, 2, 3", "4, 1, 4", "4, 1, 5", "4, 3, 6"})
  void inWhateverOrderEventsComeTheLastDocumentIsThatOfTheSet(
      int parallelism, int partitions, long seed) throws Exception {
    ProfileRun run =
        ProfileRun.of(Schedule.late(WORLDS, new Random(seed), partitions), parallelism);

    assertThat(run.documents()).isEqualTo(pure(WORLDS, Retention.FOREVER));
    run.updates().values().forEach(ProfileTopologyTest::assertRevisionsGrow);
  }

  @ParameterizedTest(name = "parallelism {0}, {1} partitions, seed {2}")
  @CsvSource({"1, 3, 1", "4, 1, 2"})
  void retentionForgetsTheSameAtTheSameInstant(int parallelism, int partitions, long seed)
      throws Exception {
    Retention retention = new Retention(Duration.ofDays(1), Duration.ofDays(2));
    PersonSettings settings =
        new PersonSettings(
            retention.behaviour(),
            retention.purchases(),
            Duration.ofSeconds(10),
            null,
            Map.of(),
            3);
    ProfileRun run =
        ProfileRun.of(Schedule.onTime(WORLDS, new Random(seed), partitions), parallelism, settings);

    assertThat(run.documents()).isEqualTo(pure(WORLDS, retention));
    assertThat(run.updates().values())
        .anyMatch(told -> told.get(told.size() - 1).document() == null);
  }

  @Test
  void everyInputEndsAsSomething() throws Exception {
    List<World> worlds =
        WORLDS.stream().map(ProfileTopologyTest::oneContentAPurchaseEvent).toList();
    Schedule schedule = Schedule.late(worlds, new Random(7), 1);

    ProfileRun run = ProfileRun.of(schedule, 2);

    long ended =
        run.count("events-applied")
            + run.count("events-duplicate")
            + run.count("events-superseded")
            + run.count("events-past-retention")
            - run.count("events-dropped");
    assertThat(ended + ofNobody(worlds)).isEqualTo(schedule.inputs());
    assertThat(run.count("events-duplicate")).isPositive();
    assertThat(run.count("events-superseded")).isPositive();
    assertThat(run.count("events-dropped")).isPositive();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"hashmap", "rocksdb"})
  void afterAFailureNothingIsMissingAndNothingCameTwice(String backend) throws Exception {
    List<World> worlds = WORLDS.subList(0, 60);
    Path failed = folder.resolve("failed");
    Configuration configuration = new Configuration();
    configuration.set(StateBackendOptions.STATE_BACKEND, backend);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.resolve("c").toUri() + "");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));

    ProfileRun run =
        ProfileRun.of(
            Schedule.onTime(worlds, new Random(8), 2),
            2,
            ProfileRun.SETTINGS,
            configuration,
            source -> source.map(new FailsOnce(failed), InputTypeInfo.INSTANCE));

    assertThat(failed).as("the job failed once").exists();
    assertThat(run.updates()).isEqualTo(ProfileRun.of(Schedule.plain(worlds), 1).updates());
  }

  private static Map<String, ProfileDocument> pure(List<World> worlds, Retention retention) {
    Map<String, ProfileDocument> documents = new TreeMap<>();
    for (World world : worlds) {
      documents.putAll(
          PureProfiles.of(events(world), new Person.Rules(retention, TIMING), Schedule.UNTIL));
    }
    return ProfileRun.untimed(documents);
  }

  private static List<Event> events(World world) {
    return world.samples().stream().map(Sample::event).toList();
  }

  private static void assertRevisionsGrow(List<ProfileUpdate> told) {
    List<Long> revisions = told.stream().map(ProfileUpdate::revision).toList();
    assertThat(revisions).isSorted().doesNotHaveDuplicates();
  }

  /**
   * A content that replaces one of another owner is taken away and put: no count tells them apart.
   */
  private static World oneContentAPurchaseEvent(World world) {
    Set<EventId> seen = new HashSet<>();
    List<Sample> samples = new ArrayList<>();
    for (Sample sample : world.samples()) {
      Event event = sample.event();
      if (!isPurchase(event) || seen.add(event.id())) {
        samples.add(sample);
      }
    }
    return new World(world.tenant(), samples);
  }

  /** Receipts, each counted once, that are in no profile. */
  private static long ofNobody(List<World> worlds) {
    long count = 0;
    for (World world : worlds) {
      Map<String, List<Event>> groups =
          events(world).stream()
              .filter(ProfileTopologyTest::isPurchase)
              .collect(Collectors.groupingBy(event -> new PurchaseInput(event).key()));
      for (List<Event> group : groups.values()) {
        PurchaseInput any = new PurchaseInput(group.get(0));
        count += group.size() - PurchaseOwnership.of(any.purchase(), group).size();
      }
    }
    return count;
  }

  private static boolean isPurchase(Event event) {
    return event instanceof OrderSnapshot || event instanceof ReceiptSnapshot;
  }
}
