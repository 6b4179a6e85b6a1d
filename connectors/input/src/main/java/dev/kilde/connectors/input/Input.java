package dev.kilde.connectors.input;

import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.TypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * One element of a source stream: a record of an input topic, a dead letter in place of something
 * that could not be read, or a tick of the clock.
 *
 * <p>Immutable by convention: the Avro records inside have setters, nobody calls them once the
 * record is inside an {@code Input}. Operators may therefore share instances, and the serializer's
 * copy is the instance itself.
 */
@TypeInfo(InputTypeInfo.Factory.class)
public final class Input {

  /** What an {@link Input} holds. */
  public enum Kind {
    /** A validated record of an input topic. */
    RECORD,
    /** Something that could not be read, with its bytes and the reason. */
    DEAD_LETTER,
    /** A reading of the event-time clock. */
    TICK
  }

  private final Kind kind;
  private final @Nullable Topic topic;
  private final @Nullable SpecificRecord record;
  private final @Nullable String source;
  private final @Nullable Instant instant;

  private Input(
      Kind kind,
      @Nullable Topic topic,
      @Nullable SpecificRecord record,
      @Nullable String source,
      @Nullable Instant instant) {
    this.kind = kind;
    this.topic = topic;
    this.record = record;
    this.source = source;
    this.instant = instant;
  }

  /**
   * A validated record.
   *
   * @param topic the topic it was read from
   * @param record the normalised record
   * @param source where it stood: {@code topic/partition/offset} or {@code file:line}
   */
  public static Input record(Topic topic, SpecificRecord record, String source) {
    return new Input(
        Kind.RECORD,
        Objects.requireNonNull(topic),
        Objects.requireNonNull(record),
        Objects.requireNonNull(source),
        null);
  }

  /** Something that could not be read; {@link DeadLetters} builds the letter. */
  public static Input rejected(DeadLetter letter) {
    return new Input(Kind.DEAD_LETTER, null, Objects.requireNonNull(letter), null, null);
  }

  /** A reading of the event-time clock, cut to whole milliseconds. */
  public static Input tick(Instant instant) {
    return new Input(Kind.TICK, null, null, null, instant.truncatedTo(ChronoUnit.MILLIS));
  }

  /** What this element is; decides which of the other accessors may be called. */
  public Kind kind() {
    return kind;
  }

  /** Whether this is a {@link Kind#RECORD}. */
  public boolean isRecord() {
    return kind == Kind.RECORD;
  }

  /** Whether this is a {@link Kind#TICK}. */
  public boolean isTick() {
    return kind == Kind.TICK;
  }

  /**
   * The topic of a record.
   *
   * @throws IllegalStateException unless this is a record
   */
  public Topic topic() {
    return held(topic, Kind.RECORD);
  }

  /**
   * The record.
   *
   * @throws IllegalStateException unless this is a record
   */
  public SpecificRecord record() {
    if (kind != Kind.RECORD) {
      throw isNot(Kind.RECORD);
    }
    return held(record, Kind.RECORD);
  }

  /**
   * Where a record or a dead letter stood: {@code topic/partition/offset} or {@code file:line}.
   *
   * @throws IllegalStateException for a tick
   */
  public String source() {
    return kind == Kind.DEAD_LETTER ? deadLetter().getSource() : held(source, Kind.RECORD);
  }

  /**
   * The dead letter.
   *
   * @throws IllegalStateException unless this is a dead letter
   */
  public DeadLetter deadLetter() {
    if (kind == Kind.DEAD_LETTER && record instanceof DeadLetter letter) {
      return letter;
    }
    throw isNot(Kind.DEAD_LETTER);
  }

  /**
   * The instant of a tick, in whole milliseconds.
   *
   * @throws IllegalStateException unless this is a tick
   */
  public Instant tick() {
    return held(instant, Kind.TICK);
  }

  private <T> T held(@Nullable T value, Kind wanted) {
    if (value == null) {
      throw isNot(wanted);
    }
    return value;
  }

  private IllegalStateException isNot(Kind wanted) {
    return new IllegalStateException("this input is a " + kind + ", not a " + wanted);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Input that
        && kind == that.kind
        && topic == that.topic
        && Objects.equals(record, that.record)
        && Objects.equals(source, that.source)
        && Objects.equals(instant, that.instant);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, topic, record, source, instant);
  }

  /** Names kind, topic and place; never the record, which holds personal data. */
  @Override
  public String toString() {
    return switch (kind) {
      case RECORD -> "record of " + topic().topicName() + " from " + source();
      case DEAD_LETTER -> "dead letter from " + source();
      case TICK -> "tick " + tick();
    };
  }
}
