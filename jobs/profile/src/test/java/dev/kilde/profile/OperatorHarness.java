package dev.kilde.profile;

import dev.kilde.core.event.IdentifierKind;
import dev.kilde.profile.keeper.KeeperInput;
import dev.kilde.profile.rules.RuleUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.TestableKeyedStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * The subtasks of one of our operators on RocksDB, fed by key group as the network would.
 *
 * @param <I> input
 * @param <O> output
 */
public final class OperatorHarness<I, O> implements AutoCloseable {

  private static final int MAX_PARALLELISM = 8;

  /** Makes a fresh operator: each subtask has its own. */
  public interface Operator<O> {
    AlarmOperator<O> make();
  }

  private final List<AbstractStreamOperatorTestHarness<O>> subtasks = new ArrayList<>();
  private final KeySelector<I, String> key;
  private final List<O> told = new ArrayList<>();
  private final List<Integer> taken = new ArrayList<>();
  private long checkpoint;

  public OperatorHarness(
      Operator<O> operator,
      KeySelector<I, String> key,
      TypeInformation<O> type,
      int parallelism,
      @Nullable OperatorSubtaskState restored,
      int restoredParallelism)
      throws Exception {
    this.key = key;
    for (int i = 0; i < parallelism; i++) {
      AbstractStreamOperatorTestHarness<O> subtask = subtask(operator.make(), key, parallelism, i);
      subtask.setStateBackend(new EmbeddedRocksDBStateBackend());
      subtask.setup(type.createSerializer(new SerializerConfigImpl()));
      if (restored != null) {
        subtask.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                restored, MAX_PARALLELISM, restoredParallelism, parallelism, i));
      }
      subtask.open();
      subtasks.add(subtask);
      taken.add(0);
    }
  }

  public void process(I input) throws Exception {
    int group =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            key.getKey(input), MAX_PARALLELISM, subtasks.size());
    processElement(subtasks.get(group), input);
    collect();
  }

  /** A definition or model comes to all subtasks. */
  public void publish(RuleUpdate update) throws Exception {
    for (AbstractStreamOperatorTestHarness<O> subtask : subtasks) {
      two(subtask).processElement2(new StreamRecord<>(update));
    }
    collect();
  }

  /** The wall clock goes on for all subtasks. */
  public void clock(Duration by) throws Exception {
    for (AbstractStreamOperatorTestHarness<O> subtask : subtasks) {
      subtask.setProcessingTime(subtask.getProcessingTime() + by.toMillis());
    }
    collect();
  }

  /** Time goes on for all subtasks. */
  public void watermark(Instant instant) throws Exception {
    watermark(instant.toEpochMilli());
  }

  /** The last watermark of a bounded input. */
  public void endOfTime() throws Exception {
    watermark(Watermark.MAX_WATERMARK.getTimestamp());
  }

  /** What came out since asked last, in order. */
  public List<O> told() {
    List<O> all = List.copyOf(told);
    told.clear();
    return all;
  }

  /** What left at the side under the tag since asked last, of each subtask in order. */
  public <T> List<T> told(OutputTag<T> tag) {
    List<T> all = new ArrayList<>();
    for (AbstractStreamOperatorTestHarness<O> subtask : subtasks) {
      Queue<StreamRecord<T>> side = subtask.getSideOutput(tag);
      while (side != null && !side.isEmpty()) {
        all.add(side.remove().getValue());
      }
    }
    return all;
  }

  /** What was sent to identifiers of a kind since asked last. */
  public List<KeeperInput> sent(IdentifierKind to) {
    return told(SideOutputs.to(to));
  }

  /** A count the operator's subtasks keep together. */
  public long count(String accumulator) {
    return subtasks.stream()
        .map(subtask -> ((AbstractStreamOperator<?>) subtask.getOperator()).getRuntimeContext())
        .mapToLong(context -> context.<Long, Long>getAccumulator(accumulator).getLocalValue())
        .sum();
  }

  /** A checkpoint of all subtasks. */
  public OperatorSubtaskState snapshot() throws Exception {
    checkpoint++;
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (AbstractStreamOperatorTestHarness<O> subtask : subtasks) {
      subtask.prepareSnapshotPreBarrier(checkpoint);
      states.add(subtask.snapshot(checkpoint, checkpoint));
    }
    collect();
    return AbstractStreamOperatorTestHarness.repackageState(
        states.toArray(OperatorSubtaskState[]::new));
  }

  public int alarms() {
    return subtasks.stream().mapToInt(AbstractStreamOperatorTestHarness::numEventTimeTimers).sum();
  }

  /** Rows in RocksDB in all subtasks, alarms included; right after a snapshot. */
  public int rows() {
    int rows = 0;
    for (AbstractStreamOperatorTestHarness<O> subtask : subtasks) {
      AbstractStreamOperator<?> operator = (AbstractStreamOperator<?>) subtask.getOperator();
      rows +=
          ((TestableKeyedStateBackend<?>) operator.getKeyedStateBackend())
              .numKeyValueStateEntries();
    }
    return rows;
  }

  @Override
  public void close() throws Exception {
    for (AbstractStreamOperatorTestHarness<O> subtask : subtasks) {
      subtask.close();
    }
  }

  private void watermark(long millis) throws Exception {
    for (AbstractStreamOperatorTestHarness<O> subtask : subtasks) {
      if (subtask instanceof KeyedTwoInputStreamOperatorTestHarness<?, ?, ?, ?> two) {
        two.processWatermark1(new Watermark(millis));
        two.processWatermark2(new Watermark(millis));
      } else {
        one(subtask).processWatermark(millis);
      }
    }
    collect();
  }

  private void collect() {
    for (int i = 0; i < subtasks.size(); i++) {
      List<O> all = subtasks.get(i).extractOutputValues();
      told.addAll(all.subList(taken.get(i), all.size()));
      taken.set(i, all.size());
    }
  }

  private AbstractStreamOperatorTestHarness<O> subtask(
      AlarmOperator<O> operator, KeySelector<I, String> key, int parallelism, int index)
      throws Exception {
    if (operator instanceof TwoInputStreamOperator<?, ?, ?>) {
      @SuppressWarnings("unchecked") // the one of ours with two inputs takes rules as its second
      TwoInputStreamOperator<I, RuleUpdate, O> two =
          (TwoInputStreamOperator<I, RuleUpdate, O>) operator;
      return new KeyedTwoInputStreamOperatorTestHarness<>(
          two, key, rules -> "", Types.STRING, MAX_PARALLELISM, parallelism, index);
    }
    @SuppressWarnings("unchecked") // as the key selector
    OneInputStreamOperator<I, O> one = (OneInputStreamOperator<I, O>) operator;
    return new KeyedOneInputStreamOperatorTestHarness<>(
        one, key, Types.STRING, MAX_PARALLELISM, parallelism, index);
  }

  private void processElement(AbstractStreamOperatorTestHarness<O> subtask, I input)
      throws Exception {
    if (subtask instanceof KeyedTwoInputStreamOperatorTestHarness<?, ?, ?, ?>) {
      two(subtask).processElement1(new StreamRecord<>(input, 0));
    } else {
      one(subtask).processElement(input, 0);
    }
  }

  @SuppressWarnings("unchecked") // made in subtask()
  private KeyedTwoInputStreamOperatorTestHarness<String, I, RuleUpdate, O> two(
      AbstractStreamOperatorTestHarness<O> subtask) {
    return (KeyedTwoInputStreamOperatorTestHarness<String, I, RuleUpdate, O>) subtask;
  }

  @SuppressWarnings("unchecked") // made in subtask()
  private KeyedOneInputStreamOperatorTestHarness<String, I, O> one(
      AbstractStreamOperatorTestHarness<O> subtask) {
    return (KeyedOneInputStreamOperatorTestHarness<String, I, O>) subtask;
  }
}
