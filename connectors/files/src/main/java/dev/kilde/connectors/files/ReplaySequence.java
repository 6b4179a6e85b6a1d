package dev.kilde.connectors.files;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.wire.WireForm;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Everything a replay emits, one after the other: the dead letters, the records in order with ticks
 * among them, and at the end the tick of the replay's instant. The same files give the same
 * sequence, so a position in it is enough to go on from.
 */
final class ReplaySequence implements Closeable {

  private final WireForm wire = new WireForm();
  private final List<String> files;
  private final Instant asOf;
  private final Pace pace;
  private final RunReader letters;
  private final MergedRuns records;

  private boolean lettersEnded;
  private boolean ended;

  /** The record that waits behind the tick just emitted. */
  private byte @Nullable [] waiting;

  private boolean ticked;
  private long lastTickMillis;
  private long lastRecordMillis = Long.MIN_VALUE;
  private long recordsSinceTick;

  /** Opens the files of the runs. */
  ReplaySequence(ReplayFiles replay) throws IOException {
    this.files = replay.sourceNames();
    this.asOf = replay.asOf();
    this.pace = replay.pace();
    this.letters = new RunReader(replay.deadLetters());
    try {
      this.records = new MergedRuns(replay.runs());
    } catch (IOException failure) {
      letters.close();
      throw failure;
    }
  }

  /** The next element, null at the end. */
  @Nullable Input next() throws IOException {
    Step step = step();
    return step == null ? null : step.input(this);
  }

  /** Passes over elements without decoding them; stops at the end. */
  void skip(long elements) throws IOException {
    for (long skipped = 0; skipped < elements; skipped++) {
      if (step() == null) {
        return;
      }
    }
  }

  private @Nullable Step step() throws IOException {
    if (!lettersEnded) {
      byte[] letter = letters.next();
      if (letter != null) {
        return new Letter(letter);
      }
      lettersEnded = true;
    }
    byte[] entry = waiting == null ? records.next() : waiting;
    if (entry == null) {
      return lastStep();
    }
    long occurredAt = RunEntry.occurredAtMillis(entry);
    if (waiting == null && isTickDue(occurredAt)) {
      waiting = entry;
      ticked = true;
      lastTickMillis = occurredAt - 1;
      recordsSinceTick = 0;
      return new Tick(Instant.ofEpochMilli(lastTickMillis));
    }
    waiting = null;
    lastRecordMillis = occurredAt;
    recordsSinceTick++;
    return new Entry(entry);
  }

  private @Nullable Step lastStep() {
    if (ended) {
      return null;
    }
    ended = true;
    return new Tick(asOf);
  }

  private boolean isTickDue(long occurredAt) {
    if (occurredAt <= lastRecordMillis) {
      return false;
    }
    return !ticked
        || recordsSinceTick >= pace.records()
        || occurredAt - 1 - lastTickMillis >= pace.eventMillis();
  }

  @Override
  public void close() throws IOException {
    try {
      records.close();
    } finally {
      letters.close();
    }
  }

  /** One element, not yet decoded. */
  private sealed interface Step {
    Input input(ReplaySequence sequence) throws IOException;
  }

  private record Tick(Instant instant) implements Step {
    @Override
    public Input input(ReplaySequence sequence) {
      return Input.tick(instant);
    }
  }

  private static final class Letter implements Step {
    private final byte[] wire;

    Letter(byte[] wire) {
      this.wire = wire;
    }

    @Override
    public Input input(ReplaySequence sequence) throws IOException {
      return Input.rejected((DeadLetter) sequence.decoded(Topic.DEAD_LETTERS, wire));
    }
  }

  private static final class Entry implements Step {
    private final byte[] entry;

    Entry(byte[] entry) {
      this.entry = entry;
    }

    @Override
    public Input input(ReplaySequence sequence) throws IOException {
      Topic topic = RunEntry.topic(entry);
      String source = sequence.files.get(RunEntry.file(entry)) + ":" + RunEntry.line(entry);
      return Input.record(topic, sequence.decoded(topic, RunEntry.wire(entry)), source);
    }
  }

  private SpecificRecord decoded(Topic topic, byte[] bytes) throws IOException {
    try {
      return wire.decode(topic, bytes);
    } catch (RejectedException rejected) {
      throw new IOException("a temporary file of the input is damaged; run again", rejected);
    }
  }
}
