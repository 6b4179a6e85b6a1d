package dev.kilde.schemas.rules;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** All rules of one input topic, in the order in which they are applied. */
public final class InputRules {

  private final EnvelopeRules envelope;
  private final ValueBounds bounds;

  /**
   * The rules of a topic.
   *
   * @throws IllegalArgumentException if it is no input
   */
  public InputRules(Topic topic) {
    if (!topic.isInput()) {
      throw new IllegalArgumentException(topic.topicName() + " is written by Kilde, not read");
    }
    envelope = new EnvelopeRules(topic);
    bounds = new ValueBounds(topic.schema());
  }

  /**
   * Checks a record and normalises it in place.
   *
   * @param record the topic's record, as read; not shared with anybody yet
   * @param recordTimestamp when it was written to its topic if it is live; null if it is replayed
   * @throws RejectedException with the first rule that it breaks
   */
  public void apply(SpecificRecord record, @Nullable Instant recordTimestamp)
      throws RejectedException {
    RecordRules.fillEnvelope(record);
    bounds.apply(record);
    envelope.apply(record, recordTimestamp);
    RecordRules.apply(record);
  }
}
