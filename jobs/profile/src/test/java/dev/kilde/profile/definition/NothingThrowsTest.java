package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.nodes.Node;

/** Whatever bytes a file holds, the answer is a value or problems, never an exception. */
class NothingThrowsTest {

  private static final String GOOD =
      """
      caps:
        - { channel: any, messageClass: marketing, atMost: 1, within: 24h }
      quietHours:
        from: "21:00"   # in the evening
        to: '08:00'
      timeZone: Europe/Copenhagen
      rates: { EUR: 7.46 }
      retention:
        behaviour: 400d
        purchases: >
          1825d
      segment: lapsed
      version: 1
      """;

  private static final String GOOD_IDENTITY =
      """
      order: [email, contactId, phone, loyaltyNumber, cardToken, deviceId]
      limits:
        contactId: { atMost: 5, within: 30d }
        deviceId: none
      trust: { deviceId: stated }
      block: { builtIn: true, any: [guest], email: ["*@shop.example"] }
      spelling: { loyaltyNumber: { remove: " -", case: upper, padTo: 12 } }
      retention: { deviceId: { behaviour: 90d, purchases: 90d }, phone: people }
      """;

  private static final String GOOD_SEGMENT =
      """
      segment: lapsed
      version: 1
      name: Quiet for 60 days
      where:
        all:
          - purchased: { line: { category: tents, amount: { atLeast: 1.5 } }, within: 730d }
          - not: { purchased: { within: 60d } }
          - any: [ { segment: other }, { contact: { field: birthDate, before: 2000-01-01 } } ]
      audience: { purpose: ads, networks: [meta, google] }
      """;

  private static final List<String> SCRAPS =
      List.of(
          "\t",
          "\n",
          " ",
          "  ",
          ":",
          ": ",
          "- ",
          "? ",
          "[",
          "]",
          "{",
          "}",
          ",",
          "\"",
          "'",
          "|",
          ">",
          "&a ",
          "*a",
          "!",
          "!!int ",
          "!<",
          "%YAML 1.2\n",
          "%TAG ! !\n",
          "---\n",
          "...\n",
          "#",
          "<<:",
          "\\x",
          "\\U00110000",
          "\"\\U99999999",
          "\"\\U7FFFFFFF\"",
          "~",
          "-1",
          "1e9",
          ".inf",
          "0x",
          "0o9",
          "999999999999",
          "\u0000",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\uD83D\uDE00",
          "\r",
          "@",
          "`",
          "|+9\n",
          ">-\n");

  @Property(tries = 3000)
  void randomBytesNeverThrow(@ForAll byte[] bytes) {
    readAsEverything(bytes);
  }

  @Property(tries = 3000)
  void yamlOfRandomScrapsNeverThrows(@ForAll("scraps") String yaml) {
    readAsEverything(yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 3000)
  void mutatedYamlNeverThrows(@ForAll("mutations") String yaml) {
    readAsEverything(yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.of(SCRAPS).list().ofMaxSize(30).map(scraps -> String.join("", scraps));
  }

  @Provide
  Arbitrary<String> mutations() {
    Arbitrary<Mutation> one =
        Combinators.combine(
                Arbitraries.integers().between(0, GOOD.length()),
                Arbitraries.integers().between(0, 12),
                Arbitraries.of(SCRAPS))
            .as(Mutation::new);
    return Combinators.combine(
            Arbitraries.of(GOOD, GOOD_IDENTITY, GOOD_SEGMENT), one.list().ofMinSize(1).ofMaxSize(4))
        .as(
            (good, mutations) -> {
              String yaml = good;
              for (Mutation mutation : mutations) {
                yaml = mutation.of(yaml);
              }
              return yaml;
            });
  }

  private record Mutation(int at, int removed, String inserted) {
    String of(String yaml) {
      int from = Math.min(at, yaml.length());
      int to = Math.min(from + removed, yaml.length());
      return yaml.substring(0, from) + inserted + yaml.substring(to);
    }
  }

  private static void readAsEverything(byte[] bytes) {
    Problems problems = new Problems("x.yaml");
    Node root = YamlText.parse(bytes, problems);
    if (root != null) {
      Value value = new Value("the file", root, problems);
      LimitsReader.read(value);
      Head.read("segment", value);
      Problems ofIdentity = new Problems("x.yaml");
      IdentityReader.read(new Value("the file", root, ofIdentity));
      allHaveAPlace(ofIdentity);
      Problems ofSegment = new Problems("x.yaml");
      SegmentFiles segments = new SegmentFiles();
      segments.add(new Value("the file", root, ofSegment));
      segments.together(1);
      allHaveAPlace(ofSegment);
    }
    allHaveAPlace(problems);
  }

  private static void allHaveAPlace(Problems problems) {
    assertThat(problems.all())
        .allSatisfy(
            problem -> {
              assertThat(problem.line()).isPositive();
              assertThat(problem.column()).isPositive();
              assertThat(problem.toString().lines()).hasSize(1);
            });
  }
}
