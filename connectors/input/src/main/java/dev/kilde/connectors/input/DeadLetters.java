package dev.kilde.connectors.input;

import dev.kilde.schemas.Limits;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.record.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Builds the record that stands for an input that could not be used. */
public final class DeadLetters {

  /** How much of a longer one is kept, in bytes: the first 64 KiB. */
  public static final int KEPT_OF_TOO_LARGE = 1 << 16;

  private DeadLetters() {}

  /**
   * A dead letter with the original bytes; of an input over 1 MiB only the first 64 KiB.
   *
   * @param source where the input stood: {@code topic/partition/offset} or {@code file:line}
   * @param stage the stage that refused it, such as {@code decode}
   * @param rejection why
   * @param payload the input's bytes as they came
   * @param at when it was refused; cut to milliseconds
   */
  public static DeadLetter letter(
      String source, String stage, Rejection rejection, byte[] payload, Instant at) {
    byte[] kept =
        payload.length > Limits.MAX_BYTES ? Arrays.copyOf(payload, KEPT_OF_TOO_LARGE) : payload;
    return DeadLetter.newBuilder()
        .setSource(source)
        .setStage(stage)
        .setReason(rejection.reason().code())
        .setDetail(rejection.detail())
        .setPayload(ByteBuffer.wrap(kept))
        .setAt(at.truncatedTo(ChronoUnit.MILLIS))
        .build();
  }
}
