package dev.kilde.connectors.files;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.Envelopes;
import java.time.Instant;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Emits in words what reaches it, watermarks included. */
final class Probe extends AbstractStreamOperator<String>
    implements OneInputStreamOperator<Input, String> {

  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(StreamRecord<Input> element) {
    output.collect(new StreamRecord<>(inWords(element.getValue())));
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    output.collect(
        new StreamRecord<>(
            mark.equals(Watermark.MAX_WATERMARK)
                ? "the end"
                : "watermark " + Instant.ofEpochMilli(mark.getTimestamp())));
    super.processWatermark(mark);
  }

  static String inWords(Input input) {
    return switch (input.kind()) {
      case RECORD -> Envelopes.eventId(input.record());
      case DEAD_LETTER -> "dead letter";
      case TICK -> input.toString();
    };
  }
}
