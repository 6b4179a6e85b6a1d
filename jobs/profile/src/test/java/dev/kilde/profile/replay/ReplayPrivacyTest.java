package dev.kilde.profile.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.profile.Sample;
import dev.kilde.profile.World;
import dev.kilde.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people ask about their own data, of a folder.
 *
 * <pre>
 *   anna: device ──> anna@x.dk ──> anna         bo: the same device, from second 40 on
 * </pre>
 */
class ReplayPrivacyTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  private static final List<Sample> ANNA =
      List.of(
          view("unknown-yet", 0).by("deviceId", "d"),
          view("newsletter", 10).by("deviceId", "d").by("email", "anna@x.dk"),
          view("sign-in", 20).by("email", "anna@x.dk").byContact("anna"),
          view("known", 30).by("deviceId", "d"));

  private static final List<Sample> BO =
      List.of(
          view("bos-sign-in", 40).by("deviceId", "d").byContact("bo"),
          view("bos", 50).by("deviceId", "d"));

  private static final Sample ERASE =
      Sample.request("forget-me", T.plusSeconds(60), "erase").byContact("anna");

  @TempDir Path root;

  @Test
  void whoAsksGetsEverythingHeldByWhicheverIdentifierTheyAsk() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(ANNA)
            .write(BO)
            .write(
                Sample.request("x", T.plusSeconds(60), "export").by("email", "anna@x.dk"),
                view("later", 70).byContact("anna"));
    folder.run(2, null);

    JsonNode export = folder.trees("exports").get(0);
    assertThat(folder.lines("exports")).hasSize(1);
    assertThat(export.at("/eventId").asText()).isEqualTo("x");
    assertThat(export.at("/profileId").asText()).isEqualTo(id("anna"));
    assertThat(export.at("/at").asText()).isEqualTo("2026-03-01T10:01:00Z");
    assertThat(export.at("/profile/asOf").asText()).isEqualTo("2026-03-01T10:01:00Z");
    assertThat(export.at("/records"))
        .extracting(record -> record.at("/eventId").asText())
        .containsExactly("unknown-yet", "newsletter", "sign-in", "known");
    assertThat(export.at("/records/1/topic").asText()).isEqualTo("tracking");
    assertThat(export.at("/records/1/content/identifiers/email").asText()).isEqualTo("anna@x.dk");
  }

  @Test
  void anExportTellsNobodyElsesNames() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                Sample.order("v1", T, "o").byContact("anna").by("email", "anna@x.dk"),
                Sample.order("v2", T.plusSeconds(10), "o").byContact("bo"),
                Sample.receipt("bought", T, "r1").byContact("bo"),
                Sample.receipt("back", T.plusSeconds(20), "r2")
                    .with("returnOf", "r1")
                    .byContact("anna"),
                Sample.request("x", T.plusSeconds(60), "export").byContact("bo"));
    folder.run(2, null);
    JsonNode export = folder.trees("exports").get(0);
    assertThat(export.at("/records"))
        .extracting(record -> record.at("/eventId").asText())
        .as("what came with his purchases is his")
        .containsExactly("v1", "bought", "v2", "back");
    assertThat(export.at("/records/0/content/lines/0/productId").asText()).isEqualTo("product");
    assertThat(export.at("/records/2/content/identifiers/contactId").asText()).isEqualTo("bo");
    assertThat(export.toString()).doesNotContain("anna");
  }

  @Test
  void whoWasErasedIsInNothingThatIsTold() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(ANNA)
            .write(BO)
            .write(
                ERASE,
                Sample.request("x", T.plusSeconds(70), "export").by("email", "anna@x.dk"),
                unlink("u", 80, "email:anna@x.dk", "contactId:anna"),
                unlink("v", 81, "deviceId:d", "email:anna@x.dk"));
    folder.run(2, null);

    assertThat(text(folder))
        .as("also where links are taken back that it once went over")
        .doesNotContain("anna", "newsletter", "unknown-yet");
    JsonNode bo = folder.trees("profiles").get(0);
    assertThat(folder.lines("profiles")).hasSize(1);
    assertThat(bo.at("/profileId").asText()).isEqualTo(id("bo"));
    assertThat(bo.at("/behaviour/counts/product_viewed").asInt())
        .as("what he did on the shared device stays his")
        .isEqualTo(2);
    assertThat(bo.at("/firstSeenAt").asText()).isEqualTo("2026-03-01T10:00:40Z");
    JsonNode export = folder.trees("exports").get(0);
    assertThat(export.at("/records")).isEmpty();
    assertThat(export.has("profile")).isFalse();
  }

  @Test
  void anErasureReachesAsManyTiersAsTheChainIsLong() throws Exception {
    ReplayFolder folder = new ReplayFolder(root).write(ANNA).write(ERASE);
    folder.run(1, null);
    assertThat(changes(folder, "erased"))
        .as("of the person, of what the e-mail passed on, of what the device passed on")
        .hasSize(3);
    assertThat(folder.lines("profiles")).isEmpty();
  }

  @Test
  void whoComesBackIsSomebodyNew() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(ANNA)
            .write(ERASE)
            .write(
                view("back", 70).by("deviceId", "d"),
                view("signed-in", 80).by("deviceId", "d").by("email", "anna@x.dk"),
                view("at-last", 90).by("email", "anna@x.dk").byContact("anna"));
    folder.run(2, null);

    assertThat(folder.lines("profiles")).hasSize(1);
    JsonNode anna = folder.trees("profiles").get(0);
    assertThat(anna.at("/profileId").asText()).isNotEqualTo(id("anna"));
    assertThat(anna.at("/firstSeenAt").asText()).isEqualTo("2026-03-01T10:01:10Z");
    assertThat(anna.at("/behaviour/counts/product_viewed").asInt()).isEqualTo(3);
  }

  @Test
  void whereInTheFilesARequestStandsDoesNotMatter() throws Exception {
    ReplayFolder folder = new ReplayFolder(root).write(ERASE).write(ANNA);
    folder.run(1, null);
    assertThat(folder.lines("profiles")).isEmpty();
  }

  @Test
  void anErasureByAWeakerIdentifierErasesWhomItPointsTo() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(ANNA)
            .write(BO)
            .write(
                Sample.request("forget-me", T.plusSeconds(60), "erase").by("email", "anna@x.dk"));
    folder.run(2, null);
    assertThat(folder.lines("profiles")).hasSize(1);
    assertThat(text(folder)).doesNotContain("anna");
  }

  @Test
  void everyIdentifierOfARequestIsErasedAlsoThoseNeverLinked() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                view("signed-in", 0).byContact("anna"),
                view("elsewhere", 10).by("deviceId", "phone-of-anna"),
                view("bos", 20).by("deviceId", "d").byContact("bo"),
                Sample.request("forget-me", T.plusSeconds(60), "erase")
                    .byContact("anna")
                    .by("deviceId", "phone-of-anna"));
    folder.run(2, null);
    assertThat(folder.lines("profiles")).hasSize(1);
    assertThat(folder.trees("profiles").get(0).at("/profileId").asText()).isEqualTo(id("bo"));
  }

  @Test
  void aRequestThatNamesASharedDeviceDoesNotEraseTheOtherPerson() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root).write(ANNA).write(BO).write(ERASE.by("deviceId", "d"));
    folder.run(2, null);
    JsonNode bo = folder.trees("profiles").get(0);
    assertThat(folder.lines("profiles")).hasSize(1);
    assertThat(bo.at("/profileId").asText()).isEqualTo(id("bo"));
    assertThat(bo.at("/behaviour/counts/product_viewed").asInt()).isEqualTo(2);
  }

  @Test
  void theOutputOfAnErasureDependsNeitherOnParallelismNorOnOrderNorOnRepetition() throws Exception {
    List<Sample> samples = new ArrayList<>();
    for (World world : World.many(40, 5)) {
      samples.addAll(world.samples());
      samples.addAll(requests(world.tenant()));
    }
    ReplayFolder plain = new ReplayFolder(root.resolve("plain")).write(samples);
    plain.run(1, World.END);
    List<Sample> twice = new ArrayList<>(samples);
    twice.addAll(samples);
    Collections.shuffle(twice, new Random(3));
    ReplayFolder shuffled = new ReplayFolder(root.resolve("shuffled")).write(twice);
    shuffled.run(3, World.END);
    for (String topic : List.of("profiles", "identity-changes", "exports", "dead-letters")) {
      assertThat(shuffled.lines(topic)).as(topic).isEqualTo(plain.lines(topic));
    }
    assertThat(plain.lines("exports")).hasSize(80);
    assertThat(changes(plain, "erased")).hasSizeGreaterThan(80);
  }

  /** Erasures in the middle, by a strong and by a weak identifier, and an export after each. */
  private static List<Sample> requests(String tenant) {
    Instant middle = World.START.plusSeconds(45);
    Instant late = World.START.plus(Duration.ofDays(2));
    return Stream.of(
            Sample.request("r1", middle, "erase").byContact("person-0").by("deviceId", "d0"),
            Sample.request("x1", middle.plusMillis(1), "export").byContact("person-0"),
            Sample.request("r2", late, "erase").by("email", "person-10@x.dk"),
            Sample.request("r3", late, "erase").by("deviceId", "d1"),
            Sample.request("x2", late, "export").by("cardToken", "card-1"))
        .map(request -> request.with("tenant", tenant))
        .toList();
  }

  @Test
  void severalPassesTellEachDeadLetterOnceAndCountWhatWasGiven() throws Exception {
    ReplayFolder folder = new ReplayFolder(root).write(ANNA).write(ERASE);
    folder.line("tracking.jsonl", "garbage".getBytes(UTF_8));
    folder.write(unlink("u", 61, "contactId:anna", "deviceId:d"));
    ReplaySummary summary = folder.run(1, null);

    assertThat(folder.trees("dead-letters"))
        .extracting(letter -> letter.at("/reason").asText())
        .containsExactlyInAnyOrder("not_json", "invalid_link");
    assertThat(summary.counts().get("dead-letters")).isEqualTo(2);
    assertThat(summary.input().records().get(Topic.PRIVACY))
        .as("what erasures ask of weaker identifiers was not given")
        .isEqualTo(2);
  }

  @Test
  void theSummaryTellsEveryDeadLetterByItsReason() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                view("e", 0).byContact("anna"),
                view("f", 1).by("email", "noreply@shop.dk"),
                view("g", 2).by("deviceId", "0000"),
                unlink("u", 4, "d", "contactId:anna"),
                view("h", 3).with("identifiers", Map.of()));
    folder.line("tracking.jsonl", "garbage".getBytes(UTF_8));
    List<String> summary = folder.run(2, null).lines();
    assertThat(folder.lines("dead-letters")).hasSize(5);
    assertThat(summary)
        .containsSequence(
            "dead letters       5",
            "  not_json         1",
            "  no_identifier    3",
            "  invalid_link     1");
  }

  @Test
  void addressesAreNotLeftInTheFolderForTemporaryFiles() throws Exception {
    new ReplayFolder(root).write(ANNA).write(ERASE).run(1, null);
    try (Stream<Path> left = Files.list(root.resolve("work"))) { // Flink's own are going just now
      assertThat(left.filter(path -> path.getFileName().toString().startsWith("erasures")))
          .isEmpty();
    }
  }

  @Test
  void aRequestAfterTheReplaysInstantIsNotYetHeard() throws Exception {
    ReplayFolder folder = new ReplayFolder(root).write(ANNA).write(ERASE);
    folder.run(1, T.plusSeconds(59));
    assertThat(folder.lines("profiles")).hasSize(1);
    folder.run(1, T.plusSeconds(60));
    assertThat(folder.lines("profiles")).isEmpty();
  }

  private static Sample unlink(String id, int second, String from, String to) {
    return Sample.request(id, T.plusSeconds(second), "unlink").by("deviceId", "d").about(from, to);
  }

  private static Sample view(String id, int second) {
    return Sample.viewed(id, T.plusSeconds(second), "tent");
  }

  private static List<JsonNode> changes(ReplayFolder folder, String change) throws IOException {
    return folder.trees("identity-changes").stream()
        .filter(each -> each.at("/change").asText().equals(change))
        .toList();
  }

  /** Everything that is told, but for the request that is answered. */
  private static String text(ReplayFolder folder) throws IOException {
    List<String> all = new ArrayList<>();
    for (String topic : List.of("profiles", "exports")) {
      all.addAll(folder.lines(topic));
    }
    return String.join("\n", all);
  }

  private static String id(String contactId) {
    return ProfileId.of("shop", Identifier.of(IdentifierKind.CONTACT_ID, contactId)).hex();
  }
}
