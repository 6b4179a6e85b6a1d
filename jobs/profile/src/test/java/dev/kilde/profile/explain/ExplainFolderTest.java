package dev.kilde.profile.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.core.score.FactValues;
import dev.kilde.profile.rules.BaseRules;
import dev.kilde.profile.rules.RuleUpdate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainFolderTest {

  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

  @TempDir private Path out;

  @BeforeEach
  void aReplayHasEnded() throws Exception {
    BaseRules base =
        new BaseRules(ZoneId.of("Europe/Oslo"), Map.of(), List.of(segment("", "folder", 1, NOW)));
    ExplainFolder.in(out).write(NOW, base);
    Files.write(out.resolve("explain/people.jsonl"), List.of(line("shop", "aa"), line("b", "bb")));
    Files.write(
        out.resolve("explain/published.jsonl"),
        List.of(
            RuleLines.write(segment("shop", "published", 1, NOW)),
            RuleLines.write(segment("shop", "too-late", 1, NOW.plusMillis(1))),
            RuleLines.write(segment("b", "theirs", 1, NOW))));
  }

  @Test
  void aPersonIsFoundWithWhatTheyWereJudgedByAtTheInstant() throws Exception {
    ExplainFolder.Found found = ExplainFolder.in(out).find("aa").orElseThrow();

    assertThat(found.person().tenant()).isEqualTo("shop");
    assertThat(found.asOf()).isEqualTo(NOW);
    assertThat(found.rules().terms().zone()).isEqualTo(ZoneId.of("Europe/Oslo"));
    assertThat(found.rules().segments().inOrder())
        .extracting(each -> each.id())
        .containsExactlyInAnyOrder("folder", "published");
  }

  @Test
  void nobodyIsFoundUnderPartOfAnId() throws Exception {
    assertThat(ExplainFolder.in(out).find("a")).isEmpty();
    assertThat(ExplainFolder.in(out).find("bb")).isPresent();
  }

  @Test
  void whatNoReplayWroteIsSaidInOneLine() throws Exception {
    Path nothing = out.resolve("nothing");
    assertThatThrownBy(() -> ExplainFolder.in(nothing).find("aa"))
        .isInstanceOf(NotReplayedException.class)
        .hasMessageContaining(nothing + " is not what a replay wrote");

    Path rules = out.resolve("explain/rules.jsonl");
    Files.writeString(rules, "nonsense");
    assertThatThrownBy(() -> ExplainFolder.in(out).find("aa"))
        .isInstanceOf(NotReplayedException.class)
        .hasMessageStartingWith(rules + " cannot be read: ")
        .hasMessageMatching("[^\n]*");
  }

  private static RuleUpdate segment(String tenant, String id, int version, Instant from) {
    String yaml = "segment: " + id + "\nversion: 1\nwhere: { did: { event: searched } }\n";
    return new RuleUpdate(tenant, RuleUpdate.SEGMENT, id, version, from, yaml);
  }

  private static String line(String tenant, String profileId) {
    return new KnownPerson(tenant, profileId, List.of(), FactValues.NONE).line();
  }
}
