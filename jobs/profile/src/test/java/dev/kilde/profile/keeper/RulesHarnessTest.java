package dev.kilde.profile.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Change;
import dev.kilde.profile.OperatorHarness;
import dev.kilde.profile.ProfileSettings;
import dev.kilde.profile.Sample;
import dev.kilde.profile.SideOutputs;
import dev.kilde.profile.TestSettings;
import dev.kilde.profile.output.ProfileUpdate;
import dev.kilde.profile.rules.RuleUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Definitions that come while the stream flows. */
class RulesHarnessTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = T.plusSeconds(60);
  private static final String TENT = "did: { event: product_viewed, product: tent }";

  private OperatorHarness<KeeperInput, ProfileUpdate> people =
      open(settings(segment("seen", 1, Instant.EPOCH, TENT)), 1, null, 1);

  @AfterEach
  void close() throws Exception {
    people.close();
  }

  @Test
  void theFoldersSegmentsHoldFromTheBeginning() throws Exception {
    views("tent", "anna", T);
    people.watermark(T.plusSeconds(10));

    assertThat(changes()).containsExactly("seen entered event [tent-anna] " + T);
    assertThat(people.told())
        .singleElement()
        .satisfies(
            told ->
                assertThat(told.document().getSegments())
                    .singleElement()
                    .satisfies(
                        in -> {
                          assertThat(in.getId()).isEqualTo("seen");
                          assertThat(in.getSince()).isEqualTo(T);
                        }));
  }

  @Test
  void aNewSegmentIsSweptOverEverybodyFromItsInstantOn() throws Exception {
    for (int i = 0; i < 100; i++) {
      views(i % 2 == 0 ? "tent" : "lamp", "p" + i, T);
    }
    people.watermark(T.plusSeconds(30));
    changes();

    people.publish(segment("lamps", 1, LATER, "did: { event: product_viewed, product: lamp }"));
    people.clock(Duration.ofSeconds(1));
    assertThat(changes()).as("not yet").isEmpty();
    people.watermark(LATER);
    sweep();

    assertThat(changes()).hasSize(50).allMatch(("lamps entered definition [] " + LATER)::equals);
  }

  /** What is to hold later does not keep what holds now waiting. */
  @Test
  void oneThatHoldsNowIsSweptThoughAnotherWaits() throws Exception {
    views("lamp", "anna", T);
    people.watermark(T.plusSeconds(30));
    changes();
    people.publish(segment("xmas", 1, T.plusSeconds(9_000), TENT));

    people.publish(segment("lamps", 1, T, "did: { event: product_viewed, product: lamp }"));
    sweep();

    assertThat(changes()).containsExactly("lamps entered definition [] " + T.plusSeconds(30));
  }

  /** Other break points are other scores: documents tell them without anything happening. */
  @Test
  void newTermsAreToldInDocuments() throws Exception {
    views("tent", "anna", T);
    people.watermark(T.plusSeconds(30));
    people.told();

    people.publish(
        new RuleUpdate(
            "shop",
            RuleUpdate.SCORING,
            "scoring",
            1,
            T.plusSeconds(40),
            "leadScore: { thresholds: { warm: 1, hot: 50 } }"));
    people.watermark(T.plusSeconds(40));
    sweep();
    people.watermark(T.plusSeconds(100));

    assertThat(people.told())
        .singleElement()
        .satisfies(told -> assertThat(told.document().getLeadScore().getBand()).isEqualTo("warm"));
    assertThat(changes()).as("she stays where she is").hasSize(1);
  }

  @Test
  void whoeverComesDuringTheSweepIsJudgedFirst() throws Exception {
    views("lamp", "anna", T);
    people.watermark(T.plusSeconds(30));
    changes();
    people.publish(segment("lamps", 1, T, "did: { event: product_viewed, product: lamp }"));

    views("tent", "anna", T.plusSeconds(40));
    people.watermark(T.plusSeconds(40));

    assertThat(changes())
        .containsExactly(
            "lamps entered definition [] " + T.plusSeconds(30),
            "seen entered event [tent-anna] " + T.plusSeconds(40));
    sweep();
    assertThat(changes()).as("once").isEmpty();
  }

  @Test
  void anEditedOneIsJudgedAnewADeletedOneLeftAndAnOlderVersionIgnored() throws Exception {
    views("tent", "anna", T);
    people.watermark(T.plusSeconds(30));
    changes();

    people.publish(segment("seen", 3, T, "did: { event: product_viewed, product: lamp }"));
    sweep();
    assertThat(changes()).containsExactly("seen left definition [] " + T.plusSeconds(30));
    people.publish(segment("seen", 2, T, TENT));
    sweep();
    assertThat(changes()).isEmpty();
    people.publish(segment("seen", 4, T, TENT));
    sweep();
    assertThat(changes()).containsExactly("seen entered definition [] " + T.plusSeconds(30));
    people.publish(new RuleUpdate("shop", RuleUpdate.SEGMENT, "seen", 5, T, null));
    sweep();
    assertThat(changes()).containsExactly("seen left definition [] " + T.plusSeconds(30));
  }

  @Test
  void oneTenantsDefinitionsAreNoOtherTenants() throws Exception {
    views("lamp", "anna", T);
    people.watermark(T.plusSeconds(30));
    changes();

    people.publish(
        new RuleUpdate(
            "elsewhere",
            RuleUpdate.SEGMENT,
            "lamps",
            1,
            T,
            yaml("lamps", 1, "did: { event: product_viewed, product: lamp }")));
    sweep();

    assertThat(changes()).isEmpty();
  }

  @Test
  void whatWasPublishedSurvivesAndAnUnfinishedSweepBeginsAgainAtAnotherParallelism()
      throws Exception {
    for (int i = 0; i < 100; i++) {
      views("lamp", "p" + i, T);
    }
    people.watermark(T.plusSeconds(30));
    changes();
    people.publish(segment("lamps", 1, T, "did: { event: product_viewed, product: lamp }"));
    OperatorSubtaskState state = people.snapshot();
    people.close();

    people = open(settings(segment("seen", 1, Instant.EPOCH, TENT)), 2, state, 1);
    people.watermark(T.plusSeconds(31));
    sweep();

    assertThat(changes())
        .hasSize(100)
        .allMatch(("lamps entered definition [] " + T.plusSeconds(30))::equals);
  }

  /** So is who is in state when the job is started with another folder: from then on. */
  @Test
  void otherRulesOfTheFolderHoldFromTheRestartOn() throws Exception {
    views("lamp", "anna", T);
    views("tent", "bo", T);
    people.watermark(T.plusSeconds(30));
    changes();
    OperatorSubtaskState state = people.snapshot();
    people.close();

    people =
        open(
            settings(
                segment(
                    "lamps", 1, Instant.EPOCH, "did: { event: product_viewed, product: lamp }")),
            1,
            state,
            1);
    people.watermark(T.plusSeconds(40));
    sweep();

    assertThat(changes())
        .containsExactlyInAnyOrder(
            "lamps entered definition [] " + T.plusSeconds(40),
            "seen left definition [] " + T.plusSeconds(40));
  }

  /** A segment that refers to one there is none of is set aside; the others go on. */
  @Test
  void whatCannotBeJudgedIsLeftOut() throws Exception {
    people.publish(segment("broken", 1, T, "segment: nowhere"));
    views("tent", "anna", T);
    people.watermark(T.plusSeconds(30));

    assertThat(changes()).containsExactly("seen entered event [tent-anna] " + T);
  }

  /** Slice by slice, many more than there have to be. */
  private void sweep() throws Exception {
    for (int i = 0; i < 500; i++) {
      people.clock(Duration.ofMillis(20));
    }
  }

  private List<String> changes() {
    return people.told(SideOutputs.SEGMENT_CHANGES).stream()
        .map(
            change ->
                change.getSegment()
                    + " "
                    + change.getChange()
                    + " "
                    + change.getCause()
                    + " "
                    + change.getEvidence()
                    + " "
                    + change.getAt())
        .toList();
  }

  private void views(String product, String person, Instant at) throws Exception {
    Event event = Sample.viewed(product + "-" + person, at, product).byContact(person).event();
    people.process(
        KeeperInput.to(
            event.envelope().tenant(),
            event.envelope().identifiers().strongest().orElseThrow(),
            new Message.Moved(Change.Put.of(event, at))));
  }

  private static RuleUpdate segment(String id, int version, Instant from, String where) {
    String tenant = from.equals(Instant.EPOCH) ? "" : "shop";
    return new RuleUpdate(tenant, RuleUpdate.SEGMENT, id, version, from, yaml(id, version, where));
  }

  private static String yaml(String id, int version, String where) {
    return "segment: "
        + id
        + "\nversion: "
        + version
        + "\nname: A test\nwhere: { "
        + where
        + " }\n";
  }

  private static ProfileSettings settings(RuleUpdate... definitions) {
    return TestSettings.of(Retention.FOREVER, IdentityRules.DEFAULT, List.of(definitions), 3);
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
}
