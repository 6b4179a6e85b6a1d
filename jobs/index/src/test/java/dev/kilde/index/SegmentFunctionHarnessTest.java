package dev.kilde.index;

import static dev.kilde.index.Segments.T;
import static dev.kilde.index.Segments.definition;
import static dev.kilde.index.Segments.deletion;
import static dev.kilde.index.Segments.entered;
import static dev.kilde.index.Segments.left;
import static dev.kilde.index.Segments.news;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilde.connectors.elasticsearch.DocumentWrite;
import dev.kilde.connectors.elasticsearch.DocumentWriteTypeInfo;
import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.SegmentChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingTaskMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SegmentFunctionHarnessTest {
  private static final long NOW = T.plusSeconds(1_000_000).toEpochMilli();

  private final ObjectMapper json = new ObjectMapper();
  private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
  private KeyedOneInputStreamOperatorTestHarness<String, Input, DocumentWrite> segments;
  private int taken;

  @BeforeEach
  void open() throws Exception {
    segments = open(null);
    clock(NOW);
  }

  @AfterEach
  void close() throws Exception {
    segments.close();
  }

  @Test
  void people_who_enter_and_leave_are_counted_and_told_in_one_document() throws Exception {
    take(entered("s", 1), entered("s", 2), entered("s", 3), left("s", 2));
    clock(NOW + 999);
    assertThat(told()).isEmpty();
    clock(NOW + 1_000);
    assertThat(told()).containsExactly("acme:s: 2 of 3-1 v1");
    clock(NOW + 60_000);
    assertThat(told()).as("nothing new, nothing written").isEmpty();
  }

  @Test
  void a_sweep_is_a_document_a_second() throws Exception {
    for (int person = 0; person < 10_000; person++) {
      // 5,000 a second
      clock(NOW + person / 5);
      take(entered("s", person));
    }
    clock(NOW + 10_000);
    List<String> documents = told();
    assertThat(documents).hasSizeLessThanOrEqualTo(3);
    assertThat(documents.get(documents.size() - 1)).isEqualTo("acme:s: 10000 of 10000-0 v1");
  }

  @Test
  void segments_are_counted_apart() throws Exception {
    Input elsewhere = entered("s", 7);
    ((SegmentChange) elsewhere.record()).setTenant("beta");
    take(entered("s", 1), entered("t", 1), elsewhere, entered("t", 2));
    clock(NOW + 1_000);
    assertThat(told())
        .containsExactlyInAnyOrder(
            "acme:s: 1 of 1-0 v1", "acme:t: 2 of 2-0 v1", "beta:s: 1 of 1-0 v1");
  }

  @Test
  void the_revision_is_the_clocks_and_grows_also_when_the_clock_goes_back() throws Exception {
    take(entered("s", 1));
    clock(NOW + 1_500);
    take(entered("s", 2));
    clock(NOW + 2_500);
    assertThat(writes())
        .extracting(DocumentWrite::version)
        .containsExactly(NOW + 1_500, NOW + 2_500);
    OperatorSubtaskState state = snapshot();
    restore(state, NOW - 5_000);
    take(entered("s", 3));
    clock(NOW - 4_000);
    assertThat(writes()).extracting(DocumentWrite::version).containsExactly(NOW + 2_501);
  }

  @Test
  void counts_and_the_alarm_outlive_a_restart() throws Exception {
    take(entered("s", 1), entered("s", 2), news(definition("s", 3, T, "name: S")));
    OperatorSubtaskState state = snapshot();
    take(entered("s", 3));
    restore(state, NOW + 500);
    take(left("s", 1));
    clock(NOW + 999);
    assertThat(told()).isEmpty();
    clock(NOW + 1_000);
    assertThat(told()).containsExactly("acme:s: 1 of 2-1 v3 S");
  }

  @Test
  void somebody_who_leaves_an_empty_segment_is_counted_as_odd_and_changes_nothing()
      throws Exception {
    take(left("s", 1));
    clock(NOW + 1_000);
    assertThat(told()).isEmpty();
    assertThat(count("leftWithoutEntering")).isEqualTo(1);
    take(entered("s", 1));
    clock(NOW + 2_000);
    assertThat(told()).containsExactly("acme:s: 1 of 1-0 v1");
  }

  @Test
  void a_definition_gives_name_and_version_before_anybody_enters() throws Exception {
    take(news(definition("s", 1, T, "name: Tents")));
    clock(NOW + 1_000);
    assertThat(told()).containsExactly("acme:s: 0 of 0-0 v1 Tents");
    take(news(definition("s", 1, T, "name: Tents")));
    clock(NOW + 2_000);
    assertThat(told()).as("told again, nothing new").isEmpty();
    take(news(definition("s", 2, T.plusSeconds(1), "name: All tents")));
    take(news(definition("s", 1, T, "name: Tents")));
    clock(NOW + 3_000);
    assertThat(told()).containsExactly("acme:s: 0 of 0-0 v2 All tents");
  }

  @Test
  void a_definition_that_is_no_yaml_is_counted_and_changes_nothing() throws Exception {
    take(news(definition("s", 1, T, "name: Tents")));
    clock(NOW + 1_000);
    told();
    take(news(definition("s", 2, T.plusSeconds(1), "name: [")));
    clock(NOW + 2_000);
    assertThat(told()).isEmpty();
    assertThat(count("definitionsUnreadable")).isEqualTo(1);
  }

  @Test
  void a_deleted_segment_is_gone_and_stays_gone_while_its_members_leave() throws Exception {
    take(news(definition("s", 1, T, "name: S")), entered("s", 1), entered("s", 2));
    clock(NOW + 1_000);
    told();
    take(news(deletion("s", 1, T.plusSeconds(1))), left("s", 1));
    clock(NOW + 2_000);
    assertThat(told()).containsExactly("acme:s: gone");
    take(left("s", 2));
    clock(NOW + 5_000);
    assertThat(told()).isEmpty();
    take(news(definition("s", 2, T.plusSeconds(9), "name: S again")), entered("s", 3));
    clock(NOW + 6_000);
    assertThat(told()).containsExactly("acme:s: 1 of 3-2 v2 S again");
  }

  @Test
  void a_deletion_is_told_also_of_a_segment_never_heard_of() throws Exception {
    take(news(deletion("s", 1, T)));
    clock(NOW + 1_000);
    assertThat(told()).containsExactly("acme:s: gone");
  }

  @Test
  void an_announced_deletion_happens_when_it_was_announced_for_also_after_a_restart()
      throws Exception {
    Definition announced = deletion("s", 1, T.plusSeconds(1));
    announced.setEffectiveAt(Instant.ofEpochMilli(NOW + 10_000));
    take(news(definition("s", 1, T, "name: S")), news(announced));
    clock(NOW + 1_000);
    assertThat(told()).containsExactly("acme:s: 0 of 0-0 v1");
    take(entered("s", 1));
    clock(NOW + 2_000);
    assertThat(told()).containsExactly("acme:s: 1 of 1-0 v1");
    restore(snapshot(), NOW + 3_000);
    clock(NOW + 9_999);
    assertThat(told()).isEmpty();
    clock(NOW + 10_000);
    assertThat(told()).containsExactly("acme:s: gone");
  }

  @Test
  void an_announced_deletion_can_be_taken_back() throws Exception {
    Definition announced = deletion("s", 1, T.plusSeconds(1));
    announced.setEffectiveAt(Instant.ofEpochMilli(NOW + 10_000));
    take(news(announced));
    clock(NOW + 1_000);
    take(news(definition("s", 2, T.plusSeconds(2), "name: S")));
    clock(NOW + 2_000);
    told();
    clock(NOW + 60_000);
    assertThat(told()).isEmpty();
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Input, DocumentWrite> open(
      @Nullable OperatorSubtaskState state) throws Exception {
    InterceptingTaskMetricGroup task =
        new InterceptingTaskMetricGroup() {
          @Override
          public InterceptingOperatorMetricGroup getOrAddOperator(
              OperatorID id, String name, Map<String, String> variables) {
            return metrics;
          }
        };
    MockEnvironment environment = new MockEnvironmentBuilder().setMetricGroup(task).build();
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new SegmentFunction(Duration.ofSeconds(1))),
            SegmentKey::of,
            Types.STRING,
            environment);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    harness.setup(new DocumentWriteTypeInfo().createSerializer(new SerializerConfigImpl()));
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    taken = 0;
    return harness;
  }

  private OperatorSubtaskState snapshot() throws Exception {
    return segments.snapshot(1, 1);
  }

  private void restore(OperatorSubtaskState state, long now) throws Exception {
    segments.close();
    segments = open(state);
    clock(now);
  }

  private void take(Input... news) throws Exception {
    for (Input input : news) {
      segments.processElement(input, 0);
    }
  }

  private void clock(long now) throws Exception {
    segments.setProcessingTime(now);
  }

  private long count(String counter) {
    return ((Counter) Objects.requireNonNull(metrics.get(counter))).getCount();
  }

  /** Since asked last. */
  private List<DocumentWrite> writes() {
    List<DocumentWrite> all = segments.extractOutputValues();
    List<DocumentWrite> since = List.copyOf(all.subList(taken, all.size()));
    taken = all.size();
    return since;
  }

  /** In words, since asked last. */
  private List<String> told() throws Exception {
    List<String> words = new ArrayList<>();
    for (DocumentWrite write : writes()) {
      assertThat(write.target()).isEqualTo("segments-" + SegmentKey.parse(write.id()).tenant());
      words.add(write.id() + ": " + words(write));
    }
    return words;
  }

  private String words(DocumentWrite write) throws Exception {
    if (write.isDelete()) {
      return "gone";
    }
    JsonNode document = json.readTree(write.json());
    String counted =
        document.get("size")
            + " of "
            + document.at("/entered/total")
            + "-"
            + document.at("/left/total");
    return counted
        + " v"
        + document.get("version")
        + (document.has("name") ? " " + document.get("name").asText() : "");
  }
}
