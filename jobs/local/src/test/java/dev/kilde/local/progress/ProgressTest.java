package dev.kilde.local.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Instant PLAYED = Instant.parse("2026-03-04T18:30:59Z");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong clock = new AtomicLong(5);

  @Test
  void a_line_tells_everything_that_matters() {
    try (Progress progress = new Progress(out, 0, clock::get)) {
      pass(Duration.ofSeconds(83));
      progress.show(new Standing(12_345, 109_016, 1_234, 2, 345, PLAYED));
    }
    assertThat(printed())
        .isEqualTo(
            "01:23  12,345 of 109,016 events · 1,234 profiles · 2 dead letters · lag 345"
                + " · played up to 2026-03-04 18:30 UTC\n");
  }

  @Test
  void what_is_not_known_is_left_out() {
    try (Progress progress = new Progress(out, 0, clock::get)) {
      progress.show(new Standing(0, 0, 0, 0, 0, null));
    }
    assertThat(printed()).isEqualTo("00:00  0 events · 0 profiles · 0 dead letters · lag 0\n");
  }

  @Test
  void in_a_log_there_is_a_line_every_ten_seconds_and_at_the_end() {
    try (Progress progress = new Progress(out, 0, clock::get)) {
      for (int second = 0; second <= 25; second++) {
        progress.show(standing(second));
        pass(Duration.ofSeconds(1));
      }
    }
    assertThat(printed().lines().map(line -> line.substring(0, 9)))
        .containsExactly("00:00  0 ", "00:10  10", "00:20  20", "00:26  25");
    assertThat(printed()).doesNotContain("\r", "\u001b");
  }

  @Test
  void on_a_terminal_the_same_line_is_drawn_anew() {
    try (Progress progress = new Progress(out, 120, clock::get)) {
      progress.show(standing(1));
      pass(Duration.ofMillis(100));
      progress.show(standing(2));
      pass(Duration.ofMillis(100));
      progress.show(standing(3));
    }
    assertThat(printed())
        .isEqualTo(
            "\r\u001b[K00:00  1 events · 0 profiles · 0 dead letters · lag 0"
                + "\r\u001b[K00:00  3 events · 0 profiles · 0 dead letters · lag 0\n");
  }

  @Test
  void a_narrow_terminal_never_wraps() {
    try (Progress progress = new Progress(out, 24, clock::get)) {
      progress.show(new Standing(12_345, 109_016, 1_234, 2, 345, PLAYED));
    }
    assertThat(printed()).isEqualTo("\r\u001b[K00:00  12,345 of 109,0…\n");
  }

  @Test
  void other_text_comes_on_a_line_of_its_own_and_the_progress_below_it() {
    try (Progress progress = new Progress(out, 120, clock::get)) {
      progress.say("Kafka is up");
      progress.show(standing(1));
      progress.say("Flink is up");
    }
    assertThat(printed())
        .isEqualTo(
            "Kafka is up\n"
                + "\r\u001b[K00:00  1 events · 0 profiles · 0 dead letters · lag 0"
                + "\r\u001b[KFlink is up\n"
                + "\r\u001b[K00:00  1 events · 0 profiles · 0 dead letters · lag 0\n");
  }

  private static Standing standing(long events) {
    return new Standing(events, 0, 0, 0, 0, null);
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
