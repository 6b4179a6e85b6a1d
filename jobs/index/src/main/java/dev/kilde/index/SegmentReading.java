package dev.kilde.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilde.connectors.input.DeadLetters;
import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.Definition;
import dev.kilde.schemas.record.SegmentChange;
import dev.kilde.schemas.record.SegmentCrossing;
import dev.kilde.schemas.wire.WireForm;
import dev.kilde.schemas.wire.WriterSchemas;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.types.Either;
import org.jspecify.annotations.Nullable;

/**
 * Turns a message into news of a segment:
 *
 * <pre>
 * topic              value                              becomes
 * segment-changes    a SegmentChange                    the record
 * definitions        a Definition of kind segment       the record
 * definitions        one of another kind, or a tick     nothing
 * either             anything else                      a dead letter with the bytes
 * </pre>
 */
final class SegmentReading {

  private static final String KIND = "segment";

  /** Elasticsearch takes ids of at most so many bytes. */
  private static final int MAX_ID_BYTES = 512;

  private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

  private final WireForm wire = new WireForm();
  private final InputDecoder definitions;

  /**
   * @param registry for definitions that are framed for one
   */
  SegmentReading(WriterSchemas registry) {
    definitions = new InputDecoder(registry);
  }

  /**
   * Reads one message.
   *
   * @param topic one of the two
   * @param source {@code topic/partition/offset}
   * @param written when it was written to its topic
   * @param now stands in a dead letter
   * @return empty where there is nothing about a segment
   */
  Optional<Either<Input, DeadLetter>> read(
      Topic topic, String source, byte @Nullable [] value, Instant written, Instant now) {
    try {
      return record(topic, value, written)
          .map(record -> Either.Left(Input.record(topic, record, source)));
    } catch (RejectedException e) {
      byte[] payload = value == null ? new byte[0] : value;
      return Optional.of(
          Either.Right(
              DeadLetters.letter(source, ProfileReading.STAGE, e.rejection(), payload, now)));
    }
  }

  private Optional<SpecificRecord> record(Topic topic, byte @Nullable [] value, Instant written)
      throws RejectedException {
    if (value == null) {
      throw new RejectedException(
          Reason.NOT_AVRO, "the message has no value: what is deleted is told by a record");
    }
    if (topic == Topic.SEGMENT_CHANGES) {
      return Optional.of(change(wire.decode(topic, value)));
    }
    return definitions.wire(topic, value, written) instanceof Definition definition
            && definition.getKind().equals(KIND)
        ? Optional.of(checked(definition))
        : Optional.empty();
  }

  private static Definition checked(Definition definition) throws RejectedException {
    checkPlace(definition.getTenant(), definition.getId());
    return definition;
  }

  private static SegmentChange change(SpecificRecord record) throws RejectedException {
    if (!(record instanceof SegmentChange change)) {
      throw new RejectedException(
          Reason.WRONG_TYPE, "a " + record.getSchema().getName() + " instead of a SegmentChange");
    }
    checkPlace(change.getTenant(), change.getSegment());
    require(
        change.getChange() != SegmentCrossing.unknown,
        Reason.UNKNOWN_ENUM,
        "change is neither 'entered' nor 'left': is the job older than what wrote it?");
    require(
        !change.getAt().isBefore(Instant.EPOCH) && change.getAt().isBefore(END),
        Reason.TIME_OUT_OF_RANGE,
        "at is " + change.getAt() + ", outside 1970-2100");
    return change;
  }

  private static void checkPlace(String tenant, String segment) throws RejectedException {
    require(!tenant.isEmpty(), Reason.EMPTY_FIELD, "tenant is empty");
    require(
        TenantName.fits(tenant),
        Reason.IDENTIFIER_TOO_LONG,
        "tenant is too long for the name of an index: escaped it may have "
            + TenantName.MAX_ESCAPED
            + " characters");
    require(!segment.isEmpty(), Reason.EMPTY_FIELD, "the segment's id is empty");
    require(
        new SegmentKey(tenant, segment).text().getBytes(UTF_8).length <= MAX_ID_BYTES,
        Reason.IDENTIFIER_TOO_LONG,
        "tenant and the segment's id are longer than " + MAX_ID_BYTES + " bytes together");
  }

  private static void require(boolean holds, Reason reason, String detail)
      throws RejectedException {
    if (!holds) {
      throw new RejectedException(reason, detail);
    }
  }
}
