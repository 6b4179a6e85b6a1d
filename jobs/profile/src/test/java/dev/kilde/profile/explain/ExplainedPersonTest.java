package dev.kilde.profile.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.segment.Membership;
import dev.kilde.core.segment.Ruleset;
import dev.kilde.profile.Sample;
import dev.kilde.profile.rules.BaseRules;
import dev.kilde.profile.rules.InMemoryRules;
import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.profile.rules.Rules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainedPersonTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

  private static final String QUIET =
      """
      segment: quiet
      version: 1
      where:
        all:
          - lastPurchase: { olderThan: 60d }
          - not: { segment: looking }
      """;

  private static final String LOOKING =
      "segment: looking\nversion: 2\nwhere:\n  did: { event: product_viewed, within: 40d }\n";

  private final ExplainedPerson anna = explained(LOOKING, QUIET);

  @Test
  void aSegmentIsATreeOfConditionsWithValuesAndInstants() {
    assertThat(anna.segment("quiet").orElseThrow())
        .containsExactly(
            "profile abc of shop as of 2026-04-01T00:00:00Z",
            "",
            "quiet: not in it, until 2026-04-30T10:00:00Z",
            "  [ ] all of: 0 of 2 true, at least until 2026-04-30T10:00:00Z",
            "    [ ] last purchase 60d ago or longer: last bought on 2026-03-01T10:00:00Z, until"
                + " 2026-04-30T10:00:00Z",
            "    [ ] not: it is true, until 2026-04-10T10:00:00Z",
            "      [x] in segment looking: is in it, until 2026-04-10T10:00:00Z");
  }

  @Test
  void allOfItBeginsWithTheScores() {
    List<String> all = anna.all();
    assertThat(all.get(0)).isEqualTo("profile abc of shop as of 2026-04-01T00:00:00Z");
    assertThat(all)
        .filteredOn(line -> line.matches("[a-zA-Z]+:.*"))
        .extracting(line -> line.replaceFirst(":.*", ""))
        .containsExactly("leadScore", "rfm", "mailRating", "looking", "quiet");
    assertThat(all)
        .contains(
            "  f 1: purchases 1",
            "mailRating: not rated, until something happens",
            "looking: in it since 2026-03-01T10:00:00Z, until 2026-04-10T10:00:00Z");
  }

  @Test
  void aSegmentThatThereIsNotIsNoneAndTheNearestIsTold() {
    assertThat(anna.segment("quite")).isEmpty();
    assertThat(anna.remedy("quite")).isEqualTo("did you mean quiet?");
    assertThat(explained().remedy("quite")).isEqualTo("none is defined");
  }

  private static ExplainedPerson explained(String... definitions) {
    List<RuleUpdate> updates =
        List.of(definitions).stream()
            .map(
                yaml ->
                    new RuleUpdate(
                        "",
                        RuleUpdate.SEGMENT,
                        yaml.substring(9, yaml.indexOf('\n')),
                        1,
                        Instant.EPOCH,
                        yaml))
            .toList();
    BaseRules base = new BaseRules(ZoneId.of("Europe/Copenhagen"), Map.of(), updates);
    Ruleset rules = new Rules(base, new InMemoryRules()).of("shop").at(NOW);
    KnownPerson person =
        new KnownPerson(
            "shop",
            "abc",
            List.of(new Membership("looking", 2, T)),
            SomeFacts.of(
                Sample.viewed("e", T, "tent").byContact("anna"),
                Sample.order("o", T, "1").byContact("anna")));
    return new ExplainedPerson(new ExplainFolder.Found(person, rules, NOW));
  }
}
