package dev.kilde.connectors.files;

import static dev.kilde.connectors.files.Folder.permission;
import static dev.kilde.connectors.files.Folder.viewed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderedInputTest {

  @TempDir Path root;

  @Test
  void ordersByTimeThenTopicThenEventId() throws IOException {
    Folder folder =
        Folder.in(root)
            .write(
                "tracking.jsonl",
                viewed("z", "2026-01-02T00:00:00Z"),
                viewed("b", "2026-01-01T00:00:00Z"),
                viewed("a", "2026-01-01T00:00:00Z"))
            .write("permissions.jsonl", permission("x", "2026-01-01T00:00:00Z"));
    assertThat(eventIds(folder.read())).containsExactly("x", "a", "b", "z");
  }

  @Test
  void readsPlainAndCompressedFilesOfATopicAndNamesWhatItPassesOver() throws IOException {
    Folder folder =
        Folder.in(root)
            .write("tracking.jsonl", viewed("a", "2026-01-01T00:00:00Z"))
            .write("tracking.jsonl.gz", viewed("b", "2026-01-02T00:00:00Z"))
            .write("profiles.jsonl", "{}")
            .write("readme.txt", "hello")
            .write("tracking.json", "{}");
    OrderedInput input = folder.read();
    assertThat(input.files()).containsExactly("tracking.jsonl", "tracking.jsonl.gz");
    assertThat(input.ignored()).containsExactly("profiles.jsonl", "readme.txt", "tracking.json");
    assertThat(input.records()).isEqualTo(Map.of(Topic.TRACKING, 2L));
    assertThat(Folder.play(input, Pace.DEFAULT).stream().filter(Input::isRecord))
        .extracting(Input::source)
        .containsExactly("tracking.jsonl:1", "tracking.jsonl.gz:1");
  }

  @Test
  void readsEveryMemberOfAJoinedGzipFile() throws IOException {
    byte[] one = Folder.zipped((viewed("a", "2026-01-01T00:00:00Z") + "\n").getBytes(UTF_8));
    byte[] two = Folder.zipped((viewed("b", "2026-01-01T00:00:00Z") + "\n").getBytes(UTF_8));
    Folder folder = Folder.in(root);
    Path file = Files.write(folder.path().resolve("tracking.jsonl.gz"), one);
    Files.write(file, two, StandardOpenOption.APPEND);
    assertThat(eventIds(folder.read())).containsExactly("a", "b");
  }

  @Test
  void asOfIsInclusiveAndWhatComesLaterIsCounted() throws IOException {
    Folder folder =
        Folder.in(root)
            .write(
                "tracking.jsonl",
                viewed("a", "2026-01-01T00:00:00Z"),
                viewed("b", "2026-01-02T00:00:00Z"),
                viewed("c", "2026-01-02T00:00:00.001Z"));
    OrderedInput input = folder.read(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(eventIds(input)).containsExactly("a", "b");
    assertThat(input.afterAsOf()).isEqualTo(1);
    assertThat(input.recordsTotal()).isEqualTo(2);
    assertThat(input.firstAt()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(input.lastAt()).isEqualTo("2026-01-02T00:00:00Z");
    assertThat(input.asOf()).isEqualTo("2026-01-02T00:00:00Z");
  }

  @Test
  void withoutAsOfTheReplayEndsAMillisecondAfterTheLastEvent() throws IOException {
    Folder folder =
        Folder.in(root).write("tracking.jsonl", viewed("a", "2026-01-01T10:00:00.005Z"));
    assertThat(folder.read().asOf()).isEqualTo("2026-01-01T10:00:00.006Z");
  }

  @Test
  void anEmptyFileIsReadableAndHoldsNothing() throws IOException {
    OrderedInput input = Folder.in(root).write("orders.jsonl", new byte[0]).read();
    assertThat(input.recordsTotal()).isZero();
    assertThat(input.lastAt()).isNull();
    assertThat(Folder.play(input, Pace.DEFAULT)).containsExactly(Input.tick(Instant.EPOCH));
  }

  @Test
  void unknownFieldsAreCounted() throws IOException {
    String line = viewed("a", "2026-01-01T00:00:00Z").replace("{\"tenant\"", "{\"x\":1,\"tenant\"");
    OrderedInput input = Folder.in(root).write("tracking.jsonl", line, line).read();
    assertThat(input.unknownFields()).isEqualTo(2);
    assertThat(input.rejectedTotal()).isZero();
  }

  @Test
  void deletesItsTemporaryFiles() throws IOException {
    Folder folder = Folder.in(root).write("tracking.jsonl", viewed("a", "2026-01-01T00:00:00Z"));
    OrderedInput input = folder.read();
    input.delete();
    try (Stream<Path> left = Files.list(folder.work())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFolderForTemporaryFilesThatIsMissingIsNamed() throws IOException {
    Folder folder = Folder.in(root).write("tracking.jsonl", viewed("a", "2026-01-01T00:00:00Z"));
    Path missing = root.resolve("missing");
    OrderedInput.Options options = OrderedInput.Options.defaults(null, missing, Folder.NOW);
    assertThatThrownBy(() -> OrderedInput.read(folder.path(), options))
        .isInstanceOf(UnwritableOutputException.class)
        .hasMessage("cannot write " + missing + ": it does not exist");
  }

  /** Shuffling and duplicating lines, spreading them over files, budgets and threads: no matter. */
  @Property(tries = 40)
  void theSequenceDependsOnTheSetOfLinesOnly(
      @ForAll("lines") List<String> lines,
      @ForAll @IntRange(min = 1, max = 2) int copies,
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 2000) int budget,
      @ForAll @IntRange(min = 1, max = 3) int threads)
      throws IOException {
    Path temporary = Files.createTempDirectory("ordered-input-");
    try {
      Folder folder = Folder.in(temporary).write("tracking.jsonl", lines.toArray(String[]::new));
      List<String> expected = new ArrayList<>();
      for (String record : contents(folder.read())) {
        expected.addAll(Collections.nCopies(copies, record));
      }

      List<String> shuffled = new ArrayList<>();
      Collections.nCopies(copies, lines).forEach(shuffled::addAll);
      Collections.shuffle(shuffled, random);
      int cut = random.nextInt(shuffled.size() + 1);
      folder.write("tracking.jsonl", shuffled.subList(0, cut).toArray(String[]::new));
      folder.write(
          "tracking.jsonl.gz", shuffled.subList(cut, shuffled.size()).toArray(String[]::new));
      OrderedInput again =
          OrderedInput.read(
              folder.path(),
              new OrderedInput.Options(null, folder.work(), budget, 2, threads, Folder.NOW, null));

      assertThat(again.runs().size()).isLessThanOrEqualTo(2);
      assertThat(contents(again)).isEqualTo(expected);
    } finally {
      deleteAll(temporary);
    }
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> line =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.of("a", "b", "\u00e6", "\ud83d\ude00"),
                Arbitraries.of("one@example.org", "two@example.org"))
            .as((second, id, email) -> viewed(id, "2026-01-01T00:00:0" + second + "Z", email));
    return line.list().ofMinSize(1).ofMaxSize(30);
  }

  private static List<String> eventIds(OrderedInput input) throws IOException {
    return Folder.play(input, Pace.DEFAULT).stream()
        .filter(Input::isRecord)
        .map(element -> Envelopes.eventId(element.record()))
        .toList();
  }

  private static List<String> contents(OrderedInput input) throws IOException {
    return Folder.play(input, Pace.DEFAULT).stream()
        .filter(Input::isRecord)
        .map(element -> element.record().toString())
        .toList();
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
