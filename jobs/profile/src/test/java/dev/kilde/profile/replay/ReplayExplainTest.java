package dev.kilde.profile.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilde.profile.Sample;
import dev.kilde.profile.definition.DefinitionFolder;
import dev.kilde.profile.definition.Definitions;
import dev.kilde.profile.definition.FolderReading;
import dev.kilde.profile.explain.ExplainFolder;
import dev.kilde.profile.explain.ExplainedPerson;
import dev.kilde.schemas.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay leaves behind explains what it told. */
class ReplayExplainTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path root;

  @Test
  void everybodyIsExplainedAsTheDocumentSaysByTheFolderAndByWhatWasPublished() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                Sample.viewed("e", T, "tent").byContact("anna"),
                Sample.order("o", T.plusSeconds(60), "1").byContact("anna"),
                Sample.viewed("f", T, "tent").byContact("bo"),
                Sample.of(Topic.DEFINITIONS, "d", T.plusSeconds(30))
                    .with("kind", "segment")
                    .with("id", "buyers")
                    .with("version", 1)
                    .with("yaml", segment("buyers", "purchased: { atLeast: 1 }")));
    folder.run(
        folder.events(),
        2,
        T.plus(Duration.ofDays(9)),
        defined("lookers", "did: { event: product_viewed, within: 10d }"));

    for (JsonNode profile : folder.trees("profiles")) {
      ExplainedPerson person =
          new ExplainedPerson(
              ExplainFolder.in(root.resolve("out"))
                  .find(profile.at("/profileId").asText())
                  .orElseThrow());
      List<String> told = new ArrayList<>();
      told.add("leadScore: " + profile.at("/leadScore/value").decimalValue().setScale(2));
      for (JsonNode in : profile.at("/segments")) {
        told.add(in.at("/id").asText() + ": in it since " + in.at("/since").asText());
      }
      assertThat(person.all())
          .filteredOn(line -> line.startsWith("leadScore") || line.contains(": in it"))
          .extracting(line -> line.replaceFirst("( points|, until).*", ""))
          .containsExactlyInAnyOrderElementsOf(told);
      assertThat(person.all().get(0)).endsWith("as of 2026-03-10T10:00:00Z");
    }
    assertThat(folder.lines("segment-changes")).as("three memberships").hasSize(3);
    assertThat(folder.lines("explain/people")).hasSize(2);
  }

  private Definitions defined(String id, String where) throws Exception {
    Path definitions = Files.createDirectories(root.resolve("definitions/segments"));
    Files.writeString(definitions.resolve(id + ".yaml"), segment(id, where));
    FolderReading reading = DefinitionFolder.read(definitions.getParent());
    return ((FolderReading.Valid) reading).definitions();
  }

  private static String segment(String id, String where) {
    return "segment: " + id + "\nversion: 1\nwhere:\n  " + where + "\n";
  }
}
