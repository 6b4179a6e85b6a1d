package dev.kilde.profile.output;

import dev.kilde.connectors.kafka.RecordsOf;
import dev.kilde.schemas.record.IdentityChange;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.ProfileExport;
import dev.kilde.schemas.record.SegmentChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as a message, its key and time taken from the record: what concerns one person or
 * identifier stays in order.
 *
 * @param <T> the record
 */
abstract class OutcomeRecords<T extends SpecificRecord> extends RecordsOf<T> {

  private static final long serialVersionUID = 1;

  private OutcomeRecords(String topic) {
    super(topic);
  }

  /** The key, {@code tenant/...}. */
  abstract String key(T outcome);

  /** When it happened. */
  abstract Instant at(T outcome);

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T outcome, KafkaSinkContext context, @Nullable Long timestamp) {
    return new ProducerRecord<>(
        topic(),
        null,
        at(outcome).toEpochMilli(),
        key(outcome).getBytes(StandardCharsets.UTF_8),
        wire().encode(outcome));
  }

  /** Key: the identifier or person it starts from. */
  static final class OfIdentity extends OutcomeRecords<IdentityChange> {

    private static final long serialVersionUID = 1;

    OfIdentity(String topic) {
      super(topic);
    }

    @Override
    String key(IdentityChange change) {
      return change.getTenant() + "/" + change.getFrom();
    }

    @Override
    Instant at(IdentityChange change) {
      return change.getAt();
    }
  }

  /** Key: the person. */
  static final class OfExports extends OutcomeRecords<ProfileExport> {

    private static final long serialVersionUID = 1;

    OfExports(String topic) {
      super(topic);
    }

    @Override
    String key(ProfileExport export) {
      return export.getTenant() + "/" + export.getProfileId();
    }

    @Override
    Instant at(ProfileExport export) {
      return export.getAt();
    }
  }

  /** Key: the person. */
  static final class OfSegments extends OutcomeRecords<SegmentChange> {

    private static final long serialVersionUID = 1;

    OfSegments(String topic) {
      super(topic);
    }

    @Override
    String key(SegmentChange change) {
      return change.getTenant() + "/" + change.getProfileId();
    }

    @Override
    Instant at(SegmentChange change) {
      return change.getAt();
    }
  }

  /** Key: the weaker identifier, as every input's is. */
  static final class OfErasures extends OutcomeRecords<PrivacyRequest> {

    private static final long serialVersionUID = 1;

    OfErasures(String topic) {
      super(topic);
    }

    @Override
    String key(PrivacyRequest request) {
      return request.getTenant()
          + "/"
          + (request.getLink() == null ? request.getEventId() : request.getLink().getFrom());
    }

    @Override
    Instant at(PrivacyRequest request) {
      return request.getOccurredAt();
    }
  }
}
