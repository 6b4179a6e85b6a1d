package dev.kilde.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.TestableKeyedStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * The subtasks of one stage, fed by key group as the network would; moved to another parallelism by
 * a savepoint.
 *
 * @param <K> key
 * @param <I> input
 * @param <O> output
 */
final class StageHarness<K, I, O> implements AutoCloseable {

  private static final int MAX_PARALLELISM = 8;

  /** Makes a fresh function: each subtask has its own. */
  interface Stage<K, I, O> {
    KeyedProcessFunction<K, I, O> make();
  }

  private final Stage<K, I, O> stage;
  private final KeySelector<I, K> key;
  private final TypeInformation<K> keys;
  private final TypeInformation<O> outputs;
  private final StateBackend backend;
  private final List<KeyedOneInputStreamOperatorTestHarness<K, I, O>> subtasks = new ArrayList<>();
  private final List<O> told = new ArrayList<>();
  private final List<Integer> taken = new ArrayList<>();
  private long processingTime;
  private long checkpoint;

  StageHarness(
      Stage<K, I, O> stage,
      KeySelector<I, K> key,
      TypeInformation<K> keys,
      TypeInformation<O> outputs,
      StateBackend backend)
      throws Exception {
    this.stage = stage;
    this.key = key;
    this.keys = keys;
    this.outputs = outputs;
    this.backend = backend;
    start(2, null, 0);
  }

  void process(I input) throws Exception {
    int subtask =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            key.getKey(input), MAX_PARALLELISM, subtasks.size());
    subtasks.get(subtask).processElement(input, 0);
    collect();
  }

  /** Event time goes on for all subtasks. */
  void watermark(Instant instant) throws Exception {
    watermark(instant.toEpochMilli());
  }

  /** The last watermark of a bounded input. */
  void watermark(long millis) throws Exception {
    for (KeyedOneInputStreamOperatorTestHarness<K, I, O> subtask : subtasks) {
      subtask.processWatermark(millis);
    }
    collect();
  }

  /** The machine's clock goes on for all subtasks. */
  void pass(long millis) throws Exception {
    processingTime += millis;
    for (KeyedOneInputStreamOperatorTestHarness<K, I, O> subtask : subtasks) {
      subtask.setProcessingTime(processingTime);
    }
    collect();
  }

  /** Stops with a savepoint and starts from it. */
  void restart(int parallelism) throws Exception {
    checkpoint++;
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (KeyedOneInputStreamOperatorTestHarness<K, I, O> subtask : subtasks) {
      states.add(subtask.snapshot(checkpoint, checkpoint));
    }
    int before = subtasks.size();
    close();
    start(
        parallelism,
        AbstractStreamOperatorTestHarness.repackageState(
            states.toArray(OperatorSubtaskState[]::new)),
        before);
  }

  /** What came out since asked last. */
  List<O> told() {
    List<O> all = List.copyOf(told);
    told.clear();
    return all;
  }

  /** Rows in RocksDB in all subtasks, timers of event time included; right after a restart. */
  int rows() {
    int rows = 0;
    for (KeyedOneInputStreamOperatorTestHarness<K, I, O> subtask : subtasks) {
      AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) subtask.getOperator();
      rows +=
          ((TestableKeyedStateBackend<?>) operator.getKeyedStateBackend())
              .numKeyValueStateEntries();
    }
    return rows;
  }

  int eventTimers() {
    return subtasks.stream().mapToInt(AbstractStreamOperatorTestHarness::numEventTimeTimers).sum();
  }

  @Override
  public void close() throws Exception {
    for (KeyedOneInputStreamOperatorTestHarness<K, I, O> subtask : subtasks) {
      subtask.close();
    }
    subtasks.clear();
    taken.clear();
  }

  private void start(int parallelism, OperatorSubtaskState restored, int before) throws Exception {
    for (int i = 0; i < parallelism; i++) {
      KeyedOneInputStreamOperatorTestHarness<K, I, O> subtask =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(stage.make()), key, keys, MAX_PARALLELISM, parallelism, i);
      subtask.setStateBackend(backend);
      subtask.setProcessingTime(processingTime);
      subtask.setup(outputs.createSerializer(new SerializerConfigImpl()));
      if (restored != null) {
        subtask.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                restored, MAX_PARALLELISM, before, parallelism, i));
      }
      subtask.open();
      subtasks.add(subtask);
      taken.add(0);
    }
  }

  private void collect() {
    for (int i = 0; i < subtasks.size(); i++) {
      List<O> all = subtasks.get(i).extractOutputValues();
      told.addAll(all.subList(taken.get(i), all.size()));
      taken.set(i, all.size());
    }
  }
}
