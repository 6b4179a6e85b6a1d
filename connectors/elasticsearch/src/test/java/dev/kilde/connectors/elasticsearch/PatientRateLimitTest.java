package dev.kilde.connectors.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.connector.base.sink.writer.strategy.BasicRequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.BasicResultInfo;
import org.junit.jupiter.api.Test;

class PatientRateLimitTest {
  private final List<Duration> rests = new ArrayList<>();
  private final List<Runnable> wakes = new ArrayList<>();
  private final PatientRateLimit limit =
      new PatientRateLimit(
          2,
          10,
          new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(4)),
          (delay, wake) -> {
            rests.add(delay);
            wakes.add(wake);
            return CompletableFuture.completedFuture(null);
          });

  @Test
  void as_many_requests_as_allowed_are_under_way() {
    send();
    assertThat(blocked()).isFalse();
    send();
    assertThat(blocked()).isTrue();
    succeed();
    assertThat(blocked()).isFalse();
  }

  @Test
  void after_a_failure_it_rests_longer_each_time_and_then_lets_one_through() {
    for (int i = 0; i < 4; i++) {
      send();
      fail();
      assertThat(blocked()).isTrue();
      wakes.get(i).run();
      assertThat(blocked()).isFalse();
    }
    send();
    assertThat(blocked()).as("one at a time until it is back").isTrue();
    succeed();
    send();
    assertThat(blocked()).isFalse();
    assertThat(rests).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 4L);
  }

  @Test
  void a_request_taken_in_part_is_followed_by_the_shortest_rest() {
    send();
    fail();
    wakes.get(0).run();
    send();
    limit.progressed();
    fail();
    assertThat(rests).extracting(Duration::toSeconds).containsExactly(1L, 1L);
  }

  @Test
  void an_alarm_of_an_earlier_rest_does_not_end_a_later_one() {
    send();
    send();
    fail();
    fail();
    wakes.get(0).run();
    assertThat(blocked()).isTrue();
    wakes.get(1).run();
    assertThat(blocked()).isFalse();
  }

  private boolean blocked() {
    return limit.shouldBlock(new BasicRequestInfo(10));
  }

  private void send() {
    limit.registerInFlightRequest(new BasicRequestInfo(10));
  }

  private void succeed() {
    limit.registerCompletedRequest(new BasicResultInfo(0, 10));
  }

  private void fail() {
    limit.registerCompletedRequest(new BasicResultInfo(10, 10));
  }
}
