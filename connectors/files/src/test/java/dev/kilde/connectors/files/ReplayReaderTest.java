package dev.kilde.connectors.files;

import static dev.kilde.connectors.files.Folder.viewed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.input.Input;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader between what its coordinator says. */
class ReplayReaderTest {

  @TempDir Path root;

  private final Collected output = new Collected();
  private final List<String> asked = new ArrayList<>();
  private ReplayReader reader;

  @BeforeEach
  void open() throws IOException {
    OrderedInput input =
        Folder.in(root).write("tracking.jsonl", viewed("a", "2026-01-01T00:00:00Z")).read();
    reader =
        new ReplayReader(
            () -> asked.add("split"), new ReplayFiles(input, input.asOf(), Pace.DEFAULT));
    reader.start();
  }

  @Test
  void itAsksOnceAndWaitsForAnAnswer() throws IOException {
    assertThat(asked).hasSize(1);
    assertThat(reader.isAvailable()).isNotDone();
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
  }

  @Test
  void whoGetsNothingEnds() throws IOException {
    reader.notifyNoMoreSplits();
    assertThat(reader.isAvailable()).isDone();
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.END_OF_INPUT);
    assertThat(output.all).isEmpty();
  }

  /** Otherwise the coordinator's word is lost on a task that has finished, and the job fails. */
  @Test
  void whoHasPlayedEverythingEndsWhenToldThatThereIsNoMore() throws IOException {
    reader.addSplits(List.of(new ReplaySplit(0)));
    InputStatus status = reader.pollNext(output);
    while (status == InputStatus.MORE_AVAILABLE) {
      status = reader.pollNext(output);
    }
    assertThat(output.all).anyMatch(Input::isRecord);
    assertThat(status).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(reader.isAvailable()).isNotDone();

    reader.notifyNoMoreSplits();
    assertThat(reader.isAvailable()).isDone();
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.END_OF_INPUT);
  }

  @Test
  void whatIsPlayedBeforeTheLastWordIsPlayedOnce() throws IOException {
    reader.addSplits(List.of(new ReplaySplit(0)));
    reader.notifyNoMoreSplits();
    InputStatus status = reader.pollNext(output);
    while (status == InputStatus.MORE_AVAILABLE) {
      status = reader.pollNext(output);
    }
    assertThat(status).isEqualTo(InputStatus.END_OF_INPUT);
    assertThat(output.all.stream().filter(Input::isRecord)).hasSize(1);
  }

  private static final class Collected implements ReaderOutput<Input> {
    private final List<Input> all = new ArrayList<>();

    @Override
    public void collect(Input input) {
      all.add(input);
    }

    @Override
    public void collect(Input input, long timestamp) {
      all.add(input);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      throw new AssertionError("time is told by ticks");
    }

    @Override
    public void markIdle() {
      throw new AssertionError("a replay is never idle");
    }

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<Input> createOutputForSplit(String splitId) {
      return this;
    }

    @Override
    public void releaseOutputForSplit(String splitId) {}
  }
}
