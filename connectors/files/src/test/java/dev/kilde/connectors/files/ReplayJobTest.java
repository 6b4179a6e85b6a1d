package dev.kilde.connectors.files;

import static dev.kilde.connectors.files.Folder.viewed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.connectors.input.DeadLetters;
import dev.kilde.connectors.input.Input;
import dev.kilde.connectors.input.RecordTypeInfo;
import dev.kilde.connectors.input.TickWatermarks;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The source and the sink in a running job. */
class ReplayJobTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  @TempDir Path root;

  @ParameterizedTest(name = "parallelism {0}")
  @ValueSource(ints = {1, 2})
  void recordsComeInOrderAndTimeIsExact(int parallelism) throws Exception {
    OrderedInput input =
        Folder.in(root)
            .write(
                "tracking.jsonl",
                "garbage",
                viewed("late", "2026-01-03T00:00:00Z"),
                viewed("early", "2026-01-01T00:00:00Z"),
                viewed("twin", "2026-01-01T00:00:00Z"))
            .read(Instant.parse("2026-01-10T00:00:00Z"));

    DataStream<String> seen =
        source(environment(parallelism, new Configuration()), input, Pace.EVERY_INSTANT)
            .transform("probe", Types.STRING, new Probe());

    assertThat(collected(seen))
        .filteredOn(words -> !words.equals("the end"))
        .containsExactly(
            "dead letter",
            "tick 2025-12-31T23:59:59.999Z",
            "watermark 2025-12-31T23:59:59.999Z",
            "early",
            "twin",
            "tick 2026-01-02T23:59:59.999Z",
            "watermark 2026-01-02T23:59:59.999Z",
            "late",
            "tick 2026-01-10T00:00:00Z",
            "watermark 2026-01-10T00:00:00Z");
  }

  @Test
  void afterAFailureItGoesOnWhereTheCheckpointStood() throws Exception {
    String[] lines =
        IntStream.range(0, 30_000)
            .mapToObj(i -> viewed("e" + i, START.plusSeconds(i / 3).toString()))
            .toArray(String[]::new);
    OrderedInput input = Folder.in(root).write("tracking.jsonl", lines).read();
    Path failed = root.resolve("failed");
    Configuration configuration = new Configuration();
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(10));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));

    DataStream<String> seen =
        source(environment(2, configuration), input, Pace.DEFAULT)
            .map(new FailsOnceAfterACheckpoint(failed.toString()))
            .returns(Types.STRING);

    assertThat(collected(seen))
        .isEqualTo(Folder.play(input, Pace.DEFAULT).stream().map(Probe::inWords).toList());
    assertThat(failed).as("the job failed once").exists();
  }

  @ParameterizedTest(name = "parallelism {0}")
  @ValueSource(ints = {1, 2})
  void theSinkWritesOneWholeFileInPlaceOfAnEarlierOne(int parallelism) throws Exception {
    Path out = Files.createDirectories(root.resolve("deep/out"));
    Files.writeString(out.resolve("dead-letters.jsonl"), "from an earlier run\n".repeat(9_000));
    StreamExecutionEnvironment env = environment(parallelism, new Configuration());
    letters(env, 5_000).sinkTo(new JsonLinesSink<>(out, Topic.DEAD_LETTERS)).setParallelism(1);
    env.execute();

    List<String> expected =
        IntStream.range(0, 5_000)
            .mapToObj(i -> new String(new JsonForm().write(letter(i)), UTF_8))
            .toList();
    assertThat(Files.readAllLines(out.resolve("dead-letters.jsonl")))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(names(out)).containsExactly("dead-letters.jsonl");
  }

  @Test
  void withoutRecordsTheFileIsEmpty() throws Exception {
    Path out = root.resolve("out");
    StreamExecutionEnvironment env = environment(1, new Configuration());
    letters(env, 1)
        .filter(letter -> letter.getSource().isEmpty())
        .sinkTo(new JsonLinesSink<>(out, Topic.DEAD_LETTERS));
    env.execute();
    assertThat(out.resolve("dead-letters.jsonl")).isEmptyFile();
  }

  @Test
  void aFailedJobLeavesAnEarlierFileAsItWas() throws Exception {
    Path out = Files.createDirectories(root.resolve("out"));
    Files.writeString(out.resolve("dead-letters.jsonl"), "earlier");
    StreamExecutionEnvironment env = environment(1, new Configuration());
    letters(env, 1_000)
        .filter(letter -> 1 / (999 - Integer.parseInt(letter.getSource())) >= 0)
        .sinkTo(new JsonLinesSink<>(out, Topic.DEAD_LETTERS));
    assertThatThrownBy(env::execute).hasRootCauseInstanceOf(ArithmeticException.class);
    assertThat(out.resolve("dead-letters.jsonl")).hasContent("earlier");
    assertThat(names(out)).containsExactly("dead-letters.jsonl");
  }

  @Test
  void aSinkHasOneWriter() {
    StreamExecutionEnvironment env = environment(2, new Configuration());
    letters(env, 10).sinkTo(new JsonLinesSink<>(root.resolve("out"), Topic.DEAD_LETTERS));
    assertThatThrownBy(env::execute)
        .rootCause()
        .hasMessageEndingWith("would have 2 writers: set the parallelism of this sink to 1");
  }

  private static DataStream<Input> source(
      StreamExecutionEnvironment env, OrderedInput input, Pace pace) {
    return env.fromSource(
        OrderedInputSource.of(input, input.asOf(), pace),
        TickWatermarks.strategy(Duration.ZERO),
        "replay");
  }

  private static DataStream<DeadLetter> letters(StreamExecutionEnvironment env, int count) {
    return env.fromSequence(0, count - 1)
        .map(ReplayJobTest::letter, RecordTypeInfo.of(Topic.DEAD_LETTERS, DeadLetter.class));
  }

  private static DeadLetter letter(long number) {
    Rejection rejection = new Rejection(Rejection.Reason.NOT_JSON, "no JSON");
    return DeadLetters.letter(
        Long.toString(number), "decode", rejection, new byte[] {(byte) number}, START);
  }

  /** A job without generic types. */
  private static StreamExecutionEnvironment environment(
      int parallelism, Configuration configuration) {
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    if (!configuration.contains(RestartStrategyOptions.RESTART_STRATEGY)) {
      configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    }
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(parallelism);
    return env;
  }

  private static List<String> collected(DataStream<String> stream) throws Exception {
    List<String> all = new ArrayList<>();
    try (CloseableIterator<String> words = stream.executeAndCollect()) {
      words.forEachRemaining(all::add);
    }
    return all;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Goes slowly until a checkpoint is complete, then fails, once. */
  private static final class FailsOnceAfterACheckpoint
      implements MapFunction<Input, String>, CheckpointListener {
    private static final long serialVersionUID = 1L;

    private final String failed;
    private transient boolean checkpointed;
    private transient long mapped;

    FailsOnceAfterACheckpoint(String failed) {
      this.failed = failed;
    }

    @Override
    public String map(Input input) throws IOException {
      mapped++;
      if (!Files.exists(Path.of(failed))) {
        if (checkpointed && mapped > 100) {
          Files.createFile(Path.of(failed));
          throw new IllegalStateException("failing on purpose");
        }
        long until = System.nanoTime() + 50_000;
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
      }
      return Probe.inWords(input);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
      checkpointed = true;
    }
  }
}
