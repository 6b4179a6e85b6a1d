package dev.kilde.profile.output;

import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatTypeInfo;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How dead letters travel inside the job: in their wire form. */
public final class DeadLetterType implements Format<DeadLetter> {

  /** Flink's view. */
  public static final FormatTypeInfo<DeadLetter> TYPE =
      FormatTypeInfo.of(DeadLetter.class, new DeadLetterType());

  private static final long serialVersionUID = 1;

  private transient @Nullable WireForm wire;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(DeadLetter letter, StateWriter out) throws IOException {
    out.bytes(wire().encode(letter));
  }

  @Override
  public DeadLetter read(int version, StateReader in) throws IOException {
    try {
      return (DeadLetter) wire().decode(Topic.DEAD_LETTERS, in.bytes());
    } catch (RejectedException e) {
      throw new IOException("a dead letter cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public Format<DeadLetter> duplicate() {
    return new DeadLetterType();
  }

  private WireForm wire() {
    WireForm ready = wire;
    if (ready == null) {
      ready = new WireForm();
      wire = ready;
    }
    return ready;
  }
}
