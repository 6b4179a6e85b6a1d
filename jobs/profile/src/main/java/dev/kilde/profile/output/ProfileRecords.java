package dev.kilde.profile.output;

import dev.kilde.connectors.kafka.RecordsOf;
import dev.kilde.schemas.record.ProfileDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A profile update as a message: key {@code tenant/profileId}, value the document or, for a person
 * who is no more, nothing; the revision also stands in a header, for a tombstone has no other place
 * for it.
 */
final class ProfileRecords extends RecordsOf<ProfileUpdate> {

  /** Name of the header; its value is a decimal number. */
  static final String REVISION = "revision";

  private static final long serialVersionUID = 1;

  ProfileRecords(String topic) {
    super(topic);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      ProfileUpdate update, KafkaSinkContext context, @Nullable Long timestamp) {
    ProfileDocument document = update.document();
    return new ProducerRecord<>(
        topic(),
        null,
        update.at().toEpochMilli(),
        utf8(update.tenant() + "/" + update.profileId()),
        document == null ? null : wire().encode(document),
        List.of(new RecordHeader(REVISION, utf8(Long.toString(update.revision())))));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
