package dev.kilde.profile.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilde.core.definition.Limits;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.profile.Sample;
import dev.kilde.profile.World;
import dev.kilde.profile.definition.Definitions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a folder's events are, and what is told of it. */
class ReplayIdentityTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path root;

  @Test
  void whatBecameOfLinksIsTheSameWhateverTheOrderTheRepetitionAndTheParallelism() throws Exception {
    List<Sample> samples = new ArrayList<>();
    World.many(40, 11).forEach(world -> samples.addAll(world.samples()));
    for (int i = 0; i < 40; i++) {
      samples.add(
          Sample.request("unlink-" + i, World.START.plusSeconds(50 + i), "unlink")
              .with("tenant", "tenant-" + i)
              .by("deviceId", "d1")
              .about("deviceId:d1", "contactId:person-0"));
    }
    ReplayFolder plain = new ReplayFolder(root.resolve("plain")).write(samples);
    plain.run(1, World.END);
    List<Sample> twice = new ArrayList<>(samples);
    twice.addAll(samples);
    Collections.shuffle(twice, new Random(1));
    ReplayFolder shuffled = new ReplayFolder(root.resolve("shuffled")).write(twice);
    shuffled.run(3, World.END);

    assertThat(changes(plain))
        .contains("linked", "relinked", "retired", "refused", "unlinked")
        .doesNotContain("erased");
    assertThat(shuffled.lines("identity-changes")).isEqualTo(plain.lines("identity-changes"));
    assertThat(shuffled.lines("profiles")).isEqualTo(plain.lines("profiles"));
  }

  @Test
  void whatADeviceDidBeforeASignInIsThePersonsWhoSignedIn() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(view("before", 0), view("signed-in", 10).byContact("anna"), view("after", 20));
    folder.run(2, null);
    assertThat(folder.lines("profiles")).hasSize(1);
    JsonNode anna = folder.trees("profiles").get(0);
    assertThat(anna.at("/behaviour/counts/product_viewed").asInt()).isEqualTo(3);
    assertThat(anna.at("/identifiers/contactId").toString()).isEqualTo("[\"anna\"]");
    assertThat(anna.at("/firstSeenAt").asText()).isEqualTo("2026-03-01T10:00:00Z");
  }

  @Test
  void aLinkThatIsTakenBackNeverWas() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                view("before", 0),
                view("signed-in", 10).byContact("anna"),
                view("after", 20),
                Sample.request("u", T.plusSeconds(30), "unlink")
                    .by("deviceId", "d")
                    .about("deviceId:d", "contactId:anna"));
    folder.run(2, null);
    assertThat(views(folder)).isEqualTo(Map.of("[\"anna\"]", 1, "[]", 2));
    assertThat(changes(folder)).containsExactly("linked", "retired", "unlinked");
  }

  @Test
  void aLinkThatComesAfterOneWasTakenBackHoldsAgain() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                view("signed-in", 10).byContact("anna"),
                Sample.request("u", T.plusSeconds(30), "unlink")
                    .by("deviceId", "d")
                    .about("deviceId:d", "contactId:anna"),
                view("signed-in-again", 40).byContact("anna"),
                view("after", 50));
    folder.run(2, null);
    assertThat(views(folder)).isEqualTo(Map.of("[\"anna\"]", 3));
    assertThat(changes(folder)).containsExactly("linked", "linked", "unlinked");
  }

  @Test
  void anUnlinkOfWhatWasNeverLinkedIsRefused() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                view("e", 0),
                Sample.request("u", T.plusSeconds(30), "unlink")
                    .by("deviceId", "d")
                    .about("deviceId:d", "contactId:anna"));
    folder.run(1, null);
    JsonNode change = folder.trees("identity-changes").get(0);
    assertThat(change.at("/change").asText()).isEqualTo("refused");
    assertThat(change.at("/reason").asText()).isEqualTo("no_such_link");
    assertThat(change.at("/eventId").asText()).isEqualTo("u");
    assertThat(change.at("/at").asText()).isEqualTo("2026-03-01T10:00:30Z");
  }

  @Test
  void twoPeopleWhoShareADeviceStayTwo() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                view("annas", 0).byContact("anna"),
                view("annas-too", 10),
                view("bos", 20).byContact("bo"),
                view("bos-too", 30),
                view("bos-three", 40));
    folder.run(2, null);
    assertThat(views(folder)).isEqualTo(Map.of("[\"anna\"]", 2, "[\"bo\"]", 3));
  }

  @Test
  void aDeviceRemembersForEverUnlessRetentionIsSet() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                view("before", 0),
                Sample.viewed("signed-in", T.plus(Duration.ofDays(300)), "tent")
                    .by("deviceId", "d")
                    .byContact("anna"));
    folder.run(2, null);
    assertThat(views(folder)).isEqualTo(Map.of("[\"anna\"]", 2));

    Limits usual = Limits.DEFAULT;
    Limits limits =
        new Limits(
            usual.caps(),
            null,
            usual.timeZone(),
            usual.defaultCountry(),
            usual.currency(),
            usual.rates(),
            new Retention(Duration.ofDays(400), null));
    folder.run(folder.events(), 2, null, Definitions.of(limits, IdentityRules.DEFAULT));
    assertThat(views(folder)).as("a device's is ninety days").isEqualTo(Map.of("[\"anna\"]", 1));
  }

  @Test
  void theRulesOfIdentityAreThoseDefined() throws Exception {
    IdentityRules usual = IdentityRules.DEFAULT;
    IdentityRules strict =
        new IdentityRules(
            usual.order(),
            usual.limits(),
            Map.of(IdentifierKind.DEVICE_ID, Trust.VERIFIED),
            usual.retention(),
            usual.blocklist(),
            usual.spelling());
    ReplayFolder folder =
        new ReplayFolder(root).write(view("before", 0), view("signed-in", 10).byContact("anna"));
    folder.run(folder.events(), 1, null, Definitions.of(Limits.DEFAULT, strict));
    assertThat(views(folder)).isEqualTo(Map.of("[\"anna\"]", 1, "[]", 1));
    assertThat(folder.trees("identity-changes"))
        .extracting(change -> change.at("/reason").asText())
        .containsExactly("untrusted");
  }

  private static Sample view(String id, int second) {
    return Sample.viewed(id, T.plusSeconds(second), "tent").by("deviceId", "d");
  }

  /** Views by contact ids. */
  private static Map<String, Integer> views(ReplayFolder folder) throws IOException {
    Map<String, Integer> views = new TreeMap<>();
    for (JsonNode profile : folder.trees("profiles")) {
      views.put(
          profile.at("/identifiers/contactId").toString(),
          profile.at("/behaviour/counts/product_viewed").asInt());
    }
    return views;
  }

  private static List<String> changes(ReplayFolder folder) throws IOException {
    return folder.trees("identity-changes").stream()
        .map(change -> change.at("/change").asText())
        .sorted()
        .toList();
  }
}
