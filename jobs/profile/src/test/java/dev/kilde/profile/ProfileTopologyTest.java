package dev.kilde.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.input.InputTypeInfo;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.ReceiptSnapshot;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.PurchaseOwnership;
import dev.kilde.core.identity.SharingLimit;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.profile.purchase.PurchaseInput;
import dev.kilde.schemas.record.ProfileDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
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
  private static final ProfileSettings SETTINGS = settings(Retention.FOREVER);

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
    ProfileRun plain = ProfileRun.of(Schedule.plain(WORLDS), 1, SETTINGS);
    assertThat(plain.documents()).isEqualTo(pure(WORLDS, SETTINGS));

    ProfileRun run =
        ProfileRun.of(Schedule.onTime(WORLDS, new Random(seed), partitions), parallelism, SETTINGS);

    assertThat(run.updates()).isEqualTo(plain.updates());
    assertThat(run.identityChanges()).isEqualTo(plain.identityChanges());
    run.updates().values().forEach(ProfileTopologyTest::assertRevisionsGrow);
  }

  @ParameterizedTest(name = "parallelism {0}, {1} partitions, seed {2}")
  @CsvSource({"1, 1, 1", "2, 1, 2", "3, 2, 3", "4, 1, 4", "4, 1, 5", "4, 3, 6"})
  void inWhateverOrderEventsComeTheLastDocumentIsThatOfTheSet(
      int parallelism, int partitions, long seed) throws Exception {
    ProfileRun run =
        ProfileRun.of(Schedule.late(WORLDS, new Random(seed), partitions), parallelism, SETTINGS);

    assertThat(run.documents()).isEqualTo(pure(WORLDS, SETTINGS));
    run.updates().values().forEach(ProfileTopologyTest::assertRevisionsGrow);
  }

  @ParameterizedTest(name = "parallelism {0}, {1} partitions, seed {2}")
  @CsvSource({"1, 3, 1", "4, 1, 2"})
  void retentionForgetsTheSameAtTheSameInstant(int parallelism, int partitions, long seed)
      throws Exception {
    List<World> worlds = WORLDS.stream().map(ProfileTopologyTest::ofPeopleNamed).toList();
    forgets(
        worlds,
        new Retention(Duration.ofDays(1), Duration.ofDays(2)),
        parallelism,
        partitions,
        seed);
  }

  /** Beyond retention nobody can be told from another any more: here all is told within. */
  @ParameterizedTest(name = "parallelism {0}, {1} partitions, seed {2}")
  @CsvSource({"1, 3, 1", "4, 1, 2"})
  void retentionForgetsWhatCameFromWeakerIdentifiersAsWell(
      int parallelism, int partitions, long seed) throws Exception {
    forgets(
        WORLDS,
        new Retention(Duration.ofDays(5), Duration.ofDays(6)),
        parallelism,
        partitions,
        seed);
  }

  private static void forgets(
      List<World> worlds, Retention retention, int parallelism, int partitions, long seed)
      throws Exception {
    ProfileSettings settings = settings(retention);
    ProfileRun run =
        ProfileRun.of(Schedule.onTime(worlds, new Random(seed), partitions), parallelism, settings);

    assertThat(run.documents()).isEqualTo(pure(worlds, settings));
    assertThat(run.updates().values())
        .anyMatch(told -> told.get(told.size() - 1).document() == null);
  }

  @Test
  void everyInputEndsAsSomething() throws Exception {
    List<World> worlds = WORLDS.stream().map(ProfileTopologyTest::whoIsNamedStays).toList();
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
            SETTINGS,
            configuration,
            source -> source.map(new FailsOnce(failed), InputTypeInfo.INSTANCE));

    assertThat(failed).as("the job failed once").exists();
    assertThat(run.updates())
        .isEqualTo(ProfileRun.of(Schedule.plain(worlds), 1, SETTINGS).updates());
  }

  private static Map<String, ProfileDocument> pure(List<World> worlds, ProfileSettings settings) {
    Map<String, ProfileDocument> documents = new TreeMap<>();
    for (World world : worlds) {
      documents.putAll(PureProfiles.of(world.tenant(), events(world), settings, Schedule.UNTIL));
    }
    return ProfileRun.untimed(documents);
  }

  /** Devices are shared sooner than usual: a generated shop has few people. */
  private static ProfileSettings settings(Retention retention) {
    IdentityRules usual = IdentityRules.DEFAULT;
    Map<IdentifierKind, SharingLimit> limits = new EnumMap<>(usual.limits());
    limits.put(IdentifierKind.DEVICE_ID, new SharingLimit(1, Duration.ofHours(20)));
    return TestSettings.of(
        retention,
        new IdentityRules(
            usual.order(),
            limits,
            usual.leastTrust(),
            usual.retention(),
            usual.blocklist(),
            usual.spelling()),
        3);
  }

  private static List<Event> events(World world) {
    return world.samples().stream().map(Sample::event).toList();
  }

  private static void assertRevisionsGrow(List<ProfileUpdate> told) {
    List<Long> revisions = told.stream().map(ProfileUpdate::revision).toList();
    assertThat(revisions).isSorted().doesNotHaveDuplicates();
  }

  /**
   * Who is named is known, and stays: an event that moves from one to another is taken away and
   * put, and so is a content that replaces one of another owner; no count tells them apart.
   */
  private static World whoIsNamedStays(World world) {
    Set<EventId> seen = new HashSet<>();
    return new World(
        world.tenant(),
        ofPeopleNamed(world).samples().stream()
            .filter(sample -> !isPurchase(sample.event()) || seen.add(sample.event().id()))
            .toList());
  }

  /** Without what is of a device, an address or the like alone. */
  private static World ofPeopleNamed(World world) {
    return new World(
        world.tenant(),
        world.samples().stream()
            .filter(
                sample ->
                    sample.isBy("contactId")
                        || sample.event().envelope().identifiers().all().isEmpty())
            .toList());
  }

  /** Receipts, each counted once, that are in no profile. */
  private static long ofNobody(List<World> worlds) {
    long count = 0;
    for (World world : worlds) {
      Map<String, List<Event>> groups =
          events(world).stream()
              .filter(ProfileTopologyTest::isPurchase)
              .collect(Collectors.groupingBy(event -> new PurchaseInput.Snapshot(event).key()));
      for (List<Event> group : groups.values()) {
        PurchaseInput any = new PurchaseInput.Snapshot(group.get(0));
        count +=
            group.size() - PurchaseOwnership.of(any.purchase(), group, SETTINGS.identity()).size();
      }
    }
    return count;
  }

  private static boolean isPurchase(Event event) {
    return event instanceof OrderSnapshot || event instanceof ReceiptSnapshot;
  }
}
