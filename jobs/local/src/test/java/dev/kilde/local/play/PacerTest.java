package dev.kilde.local.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacerTest {

  private final AtomicLong clock = new AtomicLong(77);

  @Test
  void events_are_due_evenly() throws InterruptedException {
    Pacer pacer = Pacer.atRate(4, clock::get, clock::addAndGet);
    for (int event = 0; event <= 10; event++) {
      pacer.await(event);
      assertThat(pacer.elapsed()).isEqualTo(Duration.ofMillis(250L * event));
    }
  }

  @Test
  void what_was_held_up_is_made_up_for() throws InterruptedException {
    Pacer pacer = Pacer.atRate(1, clock::get, clock::addAndGet);
    clock.addAndGet(Duration.ofSeconds(3).toNanos());
    pacer.await(2);
    assertThat(pacer.elapsed()).isEqualTo(Duration.ofSeconds(3));
    pacer.await(4);
    assertThat(pacer.elapsed()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void rate_zero_never_waits() throws InterruptedException {
    Pacer pacer =
        Pacer.atRate(
            0,
            clock::get,
            nanos -> {
              throw new AssertionError("waited");
            });
    pacer.await(1_000_000);
    assertThat(pacer.elapsed()).isZero();
  }

  @Test
  void an_interrupted_play_stops_at_any_rate() {
    Pacer pacer = Pacer.atRate(0, clock::get, clock::addAndGet);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> pacer.await(0)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void a_rate_below_zero_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pacer.atRate(-1))
        .withMessageContaining("rate is -1");
  }
}
