package dev.kilde.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExplainCommandTest {

  private static final Pattern PROFILE_ID = Pattern.compile("\"profileId\":\"([^\"]+)\"");

  @TempDir private static Path root;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void annaBoughtTwoMonthsAgo() throws IOException {
    Path events = Files.createDirectories(root.resolve("events"));
    Files.writeString(
        events.resolve("orders.jsonl"),
        "{\"tenant\":\"acme\",\"eventId\":\"o-1\",\"occurredAt\":\"2026-03-01T10:00:00Z\","
            + "\"identifiers\":{\"email\":\"anna@example.com\"},\"orderId\":\"1001\","
            + "\"placedAt\":\"2026-03-01T10:00:00Z\",\"status\":\"placed\",\"currency\":\"DKK\","
            + "\"lines\":[{\"productId\":\"tent-2\",\"quantity\":1,\"amount\":1299.00}]}\n");
    Path segments = Files.createDirectories(root.resolve("definitions/segments"));
    Files.writeString(
        segments.resolve("quiet.yaml"),
        "segment: quiet\nversion: 1\nwhere:\n  lastPurchase: { olderThan: 60d }\n");
    Files.writeString(
        segments.resolve("searching.yaml"),
        "segment: searching\nversion: 1\nwhere:\n  did: { event: searched, within: 7d }\n");
    int code =
        new CommandLine(new ReplayCommand())
            .execute(
                "--events",
                events.toString(),
                "--definitions",
                root.resolve("definitions").toString(),
                "--out",
                root.resolve("out").toString(),
                "--as-of",
                "2026-05-01T00:00:00Z",
                "--parallelism",
                "1");
    assertThat(code).isZero();
  }

  @Test
  void oneSegmentIsExplainedConditionByCondition() throws IOException {
    assertThat(explain("--profile", anna(), "--segment", "quiet")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "profile " + anna() + " of acme as of 2026-05-01T00:00:00Z",
            "",
            "quiet: in it since 2026-04-30T10:00:00Z, until something happens",
            "  [x] last purchase 60d ago or longer: last bought on 2026-03-01T10:00:00Z, until"
                + " something happens");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void withoutASegmentItIsTheScoresAndEverySegment() throws IOException {
    assertThat(explain("--profile", anna())).isZero();

    assertThat(out.toString())
        .contains("leadScore: ", "rfm: ", "mailRating: ", "quiet: in it", "searching: not in it");
  }

  @Test
  void aMisspeltSegmentIsOneLineWithTheNearest() throws IOException {
    assertThat(explain("--profile", anna(), "--segment", "quite")).isEqualTo(2);

    assertThat(err.toString().lines())
        .containsExactly("kilde explain: there is no segment quite; did you mean quiet?");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anIdThatNobodyHasIsOneLineWithWhereIdsAre() {
    assertThat(explain("--profile", "nobody")).isEqualTo(2);

    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("nobody has the id nobody", root.resolve("out/profiles.jsonl").toString());
  }

  @Test
  void aFolderThatNoReplayWroteIsOneLine() {
    int code = explainIn(root.resolve("events"), "--profile", "nobody");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains(root.resolve("events") + " is not what a replay wrote");
  }

  private int explain(String... arguments) {
    return explainIn(root.resolve("out"), arguments);
  }

  private int explainIn(Path folder, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--out";
    all[1] = folder.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return new CommandLine(new ExplainCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(all);
  }

  private static String anna() throws IOException {
    Matcher id = PROFILE_ID.matcher(Files.readString(root.resolve("out/profiles.jsonl")));
    assertThat(id.find()).isTrue();
    return id.group(1);
  }
}
