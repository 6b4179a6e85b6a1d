package dev.kilde.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobSubmissionTest {

  private final JobSubmission job =
      JobSubmission.of(Path.of("job.jar"), "shop.Main", List.of("--once"));

  @Test
  void a_new_job_has_no_state_and_leaves_the_parallelism_to_the_cluster() {
    assertThat(job.savepoint()).isNull();
    assertThat(job.parallelism()).isEmpty();
  }

  @Test
  void savepoint_and_parallelism_are_said_in_either_order_and_nothing_else_changes() {
    JobSubmission moved = job.from("file:/savepoints/1").withParallelism(3);
    assertThat(moved).isEqualTo(job.withParallelism(3).from("file:/savepoints/1"));
    assertThat(moved.savepoint()).isEqualTo("file:/savepoints/1");
    assertThat(moved.parallelism()).hasValue(3);
    assertThat(moved.jar()).isEqualTo(job.jar());
    assertThat(moved.main()).isEqualTo(job.main());
    assertThat(moved.arguments()).isEqualTo(job.arguments());
  }

  @Test
  void a_parallelism_below_one_is_refused() {
    assertThatThrownBy(() -> job.withParallelism(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parallelism is 0; give 1 or more");
  }
}
