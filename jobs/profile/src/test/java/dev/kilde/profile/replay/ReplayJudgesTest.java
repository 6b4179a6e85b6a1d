package dev.kilde.profile.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilde.connectors.files.UnreadableInputException;
import dev.kilde.profile.Sample;
import dev.kilde.profile.definition.DefinitionFolder;
import dev.kilde.profile.definition.Definitions;
import dev.kilde.profile.definition.FolderReading;
import dev.kilde.profile.rules.RuleUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments over history, and scores that depend on everybody. */
class ReplayJudgesTest {

  private static final Instant T = Instant.parse("2026-01-01T10:00:00Z");
  private static final Instant END = T.plus(Duration.ofDays(100));

  @TempDir private Path root;

  @Test
  void historyTellsWhoEnteredAndLeftWhenWhateverTheParallelism() throws Exception {
    ReplayFolder folder = new ReplayFolder(root);
    for (int i = 0; i < 20; i++) {
      folder.write(Sample.order("o" + i, T.plusSeconds(i), "o" + i).byContact("c" + i));
    }
    Definitions definitions =
        defined("segments/quiet.yaml", segment("quiet", "lastPurchase: { olderThan: 60d }"));

    folder.run(folder.events(), 1, END, definitions);
    List<String> alone = folder.lines("segment-changes");
    folder.run(folder.events(), 4, END, definitions);

    assertThat(folder.lines("segment-changes")).hasSize(20).isEqualTo(alone);
    JsonNode first = folder.trees("segment-changes").get(0);
    assertThat(first.get("change").asText()).isEqualTo("entered");
    assertThat(first.get("cause").asText()).isEqualTo("time");
    assertThat(Instant.parse(first.get("at").asText()))
        .isBetween(T.plus(Duration.ofDays(60)), T.plus(Duration.ofDays(60)).plusSeconds(20));
  }

  /** Ten people who bought once to ten times: two in each fifth. */
  @Test
  void quintilesAreLearnedFromEverybodyInAPassOfTheirOwn() throws Exception {
    ReplayFolder folder = buyers();

    folder.run(folder.events(), 2, END, quintiles());

    Map<Integer, Integer> scores = new TreeMap<>();
    for (JsonNode profile : folder.trees("profiles")) {
      JsonNode rfm = profile.get("rfm");
      scores.put(rfm.get("frequency").asInt(), rfm.get("f").asInt());
    }
    // Type 7 at 20, 40, 60 and 80 %: 2.8, 4.6, 6.4, 8.2
    assertThat(scores)
        .isEqualTo(
            new TreeMap<>(Map.of(1, 1, 2, 1, 3, 2, 4, 2, 5, 3, 6, 3, 7, 4, 8, 4, 9, 5, 10, 5)));
  }

  @Test
  void modelsThatAreGivenAreGoneByInstead() throws Exception {
    ReplayFolder folder = buyers();
    Path models = root.resolve("models.jsonl");
    Files.writeString(
        models,
        "{\"tenant\":\"shop\",\"kind\":\"rfm\",\"effectiveAt\":\"2026-01-01T00:00:00Z\",\"values\":"
            + "{\"recencyDays\":[1,2,3,4],\"frequency\":[2,3,4,100],\"monetary\":[1,2,3,4]}}\n");

    run(folder, quintiles(), ModelFile.read(models));

    for (JsonNode profile : folder.trees("profiles")) {
      int frequency = profile.at("/rfm/frequency").asInt();
      assertThat(profile.at("/rfm/f").asInt()).isEqualTo(Math.min(4, frequency));
    }
  }

  @Test
  void aModelThatCannotBeUsedIsToldWithItsPlace() throws Exception {
    Path models = root.resolve("models.jsonl");
    Files.writeString(
        models,
        "\n{\"tenant\":\"shop\",\"kind\":\"rfm\",\"effectiveAt\":\"2026-01-01T00:00:00Z\","
            + "\"values\":{\"recencyDays\":[1,2,3,4]}}\n");

    assertThatThrownBy(() -> ModelFile.read(models))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage(models + ":2: values has no frequency; give four ascending numbers");
  }

  @Test
  void aDefinitionThatCannotBeReadIsADeadLetterAndTheOthersGoOn() throws Exception {
    ReplayFolder folder = new ReplayFolder(root);
    folder.write(Sample.order("o", T, "o").byContact("anna"));
    for (String id : List.of("right", "wrong", "other")) {
      folder.line(
          "definitions.jsonl",
          ("{\"tenant\":\"shop\",\"eventId\":\""
                  + id
                  + "\",\"occurredAt\":\"2026-01-02T00:00:00Z\",\"kind\":\"segment\",\"id\":\""
                  + id
                  + "\",\"version\":1,\"yaml\":\"segment: "
                  + (id.equals("other") ? "right" : id)
                  + "\\nversion: 1\\nwhere: { "
                  + (id.equals("wrong") ? "purchasd" : "purchased")
                  + ": { within: 365d } }\"}")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    folder.run(2, END);

    assertThat(folder.trees("segment-changes"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.get("segment").asText()).isEqualTo("right");
              assertThat(change.get("cause").asText()).isEqualTo("definition");
              assertThat(change.get("at").asText()).isEqualTo("2026-01-02T00:00:00Z");
            });
    List<String> details =
        folder.trees("dead-letters").stream()
            .filter(letter -> letter.get("reason").asText().equals("invalid_definition"))
            .map(letter -> letter.get("detail").asText())
            .toList();
    assertThat(details)
        .hasSize(2)
        .anyMatch(detail -> detail.contains("segment/wrong:3:10") && detail.contains("purchased?"))
        .anyMatch(detail -> detail.startsWith("segment/other: it is published as version 1"));
  }

  private ReplayFolder buyers() throws IOException {
    ReplayFolder folder = new ReplayFolder(root);
    for (int person = 1; person <= 10; person++) {
      for (int i = 0; i < person; i++) {
        String id = person + "-" + i;
        folder.write(Sample.order(id, T.plusSeconds(i), id).byContact("c" + person));
      }
    }
    return folder;
  }

  private Definitions quintiles() throws IOException {
    return defined("scoring.yaml", "rfm: { scores: quintiles }");
  }

  private Definitions defined(String file, String yaml) throws IOException {
    Path folder = root.resolve("definitions");
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, yaml);
    return ((FolderReading.Valid) DefinitionFolder.read(folder)).definitions();
  }

  private static String segment(String id, String where) {
    return "segment: " + id + "\nversion: 1\nwhere: { " + where + " }";
  }

  private void run(ReplayFolder folder, Definitions definitions, @Nullable List<RuleUpdate> models)
      throws Exception {
    Replay.run(
        new ReplayOptions(
            folder.events(),
            root.resolve("out"),
            END,
            2,
            definitions,
            models == null ? null : new ArrayList<>(models),
            root.resolve("work")),
        Clock.fixed(ReplayFolder.NOW, ZoneOffset.UTC));
  }
}
