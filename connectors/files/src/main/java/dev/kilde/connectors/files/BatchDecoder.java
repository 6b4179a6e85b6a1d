package dev.kilde.connectors.files;

import dev.kilde.connectors.input.DeadLetters;
import dev.kilde.schemas.Envelopes;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.Limits;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.wire.WireForm;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Decodes and validates batches of lines, one at a time: for use by one thread. */
final class BatchDecoder {

  private static final String STAGE = "decode";

  private final InputDecoder decoder = new InputDecoder();
  private final WireForm wire = new WireForm();
  private final @Nullable Instant asOf;
  private final Instant now;

  /**
   * A decoder.
   *
   * @param asOf records after it are left out, null to keep all
   * @param now what dead letters say of when they were refused
   */
  BatchDecoder(@Nullable Instant asOf, Instant now) {
    this.asOf = asOf;
    this.now = now;
  }

  /** Every line ends as a record to sort, a dead letter or a count. */
  Batch.Decoded decode(Batch batch) {
    Batch.Decoded decoded =
        new Batch.Decoded(new ArrayList<>(batch.lines().size()), new ArrayList<>(), new Tally());
    long unknownBefore = decoder.unknownFields();
    for (Line line : batch.lines()) {
      try {
        if (line.tooLong()) {
          throw new RejectedException(
              Rejection.Reason.TOO_LARGE,
              "the line is over " + Limits.MAX_BYTES + " bytes (1 MiB); its beginning is kept");
        }
        keep(decoder.json(batch.file().topic(), line.bytes()), batch, line, decoded);
      } catch (RejectedException refused) {
        refuse(refused.rejection(), batch, line, decoded);
      }
    }
    decoded.tally().countUnknownFields(decoder.unknownFields() - unknownBefore);
    return decoded;
  }

  private void keep(SpecificRecord record, Batch batch, Line line, Batch.Decoded decoded) {
    Instant occurredAt = Envelopes.occurredAt(record);
    if (asOf != null && occurredAt.isAfter(asOf)) {
      decoded.tally().countAfterAsOf();
      return;
    }
    decoded.tally().countRecord(batch.file().topic(), occurredAt);
    decoded
        .entries()
        .add(
            RunEntry.encode(
                occurredAt.toEpochMilli(),
                batch.file().topic(),
                Envelopes.eventId(record),
                wire.encode(record),
                batch.fileIndex(),
                line.number()));
  }

  private void refuse(Rejection rejection, Batch batch, Line line, Batch.Decoded decoded) {
    decoded.tally().countRejected(rejection.reason());
    String source = batch.file().name() + ":" + line.number();
    decoded
        .letters()
        .add(wire.encode(DeadLetters.letter(source, STAGE, rejection, line.bytes(), now)));
  }
}
