package dev.kilde.profile.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.files.OrderedInput;
import dev.kilde.profile.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay says of itself: nothing is lost silently. */
class ReplaySummaryTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path root;

  @Test
  void whatWasRefusedOrTakenIsToldWithItsNumber() throws Exception {
    assertThat(
            lines(
                Map.of(
                    "events-over-cap", 1_234L,
                    "events-capped", 2L,
                    "events-erased", 3L,
                    "links-of-shared-identifiers", 4L)))
        .containsSubsequence(
            "past retention     0",
            "over the cap       1,234",
            "taken by the cap   2",
            "of erased people   3",
            "links of shared    4",
            "anonymous receipts 0");
  }

  @Test
  void whereNothingWasTheseRowsAreNot() throws Exception {
    assertThat(lines(Map.of("events-capped", 0L)))
        .hasSameSizeAs(lines(Map.of()))
        .noneMatch(line -> line.contains("cap") || line.contains("erased"))
        .noneMatch(line -> line.contains("shared"));
  }

  private List<String> lines(Map<String, Long> counts) throws Exception {
    ReplayFolder folder = new ReplayFolder(root.resolve("in"));
    folder.write(Sample.viewed("e", T, "tent").byContact("anna"));
    OrderedInput input =
        OrderedInput.read(
            folder.events(), OrderedInput.Options.defaults(null, root.resolve("in/work"), T));
    return new ReplaySummary(input, new HashMap<>(counts), 1, T, Duration.ofSeconds(1)).lines();
  }
}
