package dev.kilde.profile;

import dev.kilde.connectors.input.Input;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Breathes after each tick, so that time reaches the people while events still come: unhindered, a
 * source has written everything before its first watermark has passed the purchase stage.
 */
final class Paced implements MapFunction<Input, Input> {

  private static final long serialVersionUID = 1;
  private static final long BREATH_NANOS = 2_000_000;

  private transient boolean ticked;

  @Override
  public Input map(Input input) {
    if (ticked) {
      LockSupport.parkNanos(BREATH_NANOS);
    }
    ticked = input.isTick();
    return input;
  }
}
