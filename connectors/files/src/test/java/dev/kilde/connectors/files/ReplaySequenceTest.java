package dev.kilde.connectors.files;

import static dev.kilde.connectors.files.Folder.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.connectors.input.Input;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySequenceTest {

  @TempDir Path root;

  @Test
  void aTickStandsBeforeEachNewInstantAndTheLastOneAtTheEnd() throws IOException {
    OrderedInput input =
        read("no json", at("a", "00.000"), at("b", "00.000"), at("c", "00.001"), at("d", "09.000"));
    assertThat(shown(input, Pace.EVERY_INSTANT))
        .containsExactly(
            "dead letter",
            "tick 2025-12-31T23:59:59.999Z",
            "a",
            "b",
            "tick 2026-01-01T00:00:00Z",
            "c",
            "tick 2026-01-01T00:00:08.999Z",
            "d",
            "tick 2026-01-01T00:00:09.001Z");
  }

  @Test
  void atASlowerPaceTicksWaitForEnoughRecordsOrEnoughTime() throws IOException {
    OrderedInput input =
        read(at("a", "01.000"), at("b", "02.000"), at("c", "03.000"), at("d", "30.000"));
    assertThat(shown(input, new Pace(2, 1_000_000)))
        .containsExactly(
            "tick 2026-01-01T00:00:00.999Z",
            "a",
            "b",
            "tick 2026-01-01T00:00:02.999Z",
            "c",
            "d",
            "tick 2026-01-01T00:00:30.001Z");
    assertThat(shown(input, new Pace(100, 20_000)))
        .containsExactly(
            "tick 2026-01-01T00:00:00.999Z",
            "a",
            "b",
            "c",
            "tick 2026-01-01T00:00:29.999Z",
            "d",
            "tick 2026-01-01T00:00:30.001Z");
  }

  @Test
  void neverTicksBetweenRecordsOfOneInstant() throws IOException {
    String[] lines =
        IntStream.range(0, 50).mapToObj(i -> at("e" + i, "05.000")).toArray(String[]::new);
    assertThat(shown(read(lines), new Pace(1, 1))).filteredOn(s -> s.startsWith("tick")).hasSize(2);
  }

  @Test
  void goesOnFromEveryPosition() throws IOException {
    OrderedInput input =
        read("x", at("a", "00.000"), at("b", "01.000"), "y", at("c", "01.000"), at("d", "02.000"));
    for (Pace pace : List.of(Pace.EVERY_INSTANT, new Pace(2, 1500), Pace.DEFAULT)) {
      List<Input> all = Folder.play(input, pace);
      for (int position = 0; position <= all.size() + 1; position++) {
        ReplaySequence sequence = new ReplaySequence(new ReplayFiles(input, input.asOf(), pace));
        sequence.skip(position);
        assertThat(Folder.rest(sequence))
            .isEqualTo(all.subList(Math.min(position, all.size()), all.size()));
      }
    }
  }

  @Test
  void aReplayMayEndLaterThanItsInputButNotEarlier() throws IOException {
    OrderedInput input = read(at("a", "05.000"));
    Instant last = Instant.parse("2026-01-01T00:00:05Z");
    OrderedInputSource.of(input, last, Pace.DEFAULT);
    OrderedInputSource.of(input, last.plusSeconds(1), Pace.DEFAULT);
    assertThatThrownBy(() -> OrderedInputSource.of(input, last.minusMillis(1), Pace.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is before the last record");
  }

  private OrderedInput read(String... lines) throws IOException {
    return Folder.in(root).write("tracking.jsonl", lines).read();
  }

  private static String at(String eventId, String second) {
    return viewed(eventId, "2026-01-01T00:00:" + second + "Z");
  }

  private static List<String> shown(OrderedInput input, Pace pace) throws IOException {
    return Folder.play(input, pace).stream().map(Probe::inWords).toList();
  }
}
