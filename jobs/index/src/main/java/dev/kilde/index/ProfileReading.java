package dev.kilde.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilde.connectors.elasticsearch.DocumentWrite;
import dev.kilde.connectors.input.DeadLetters;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.DeadLetter;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.wire.WireForm;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.types.Either;
import org.jspecify.annotations.Nullable;

/**
 * Turns a message of topic {@code profiles} into what is to be done in Elasticsearch:
 *
 * <pre>
 * value                      becomes
 * a ProfileDocument          put, version = its revision, id = its profileId
 * null (tombstone)           delete, version = header "revision", else the message's timestamp; id from the key
 * anything else              a dead letter with the bytes
 * </pre>
 */
final class ProfileReading {

  /** The stage named in dead letters. */
  static final String STAGE = "index";

  private static final Pattern PROFILE_ID = Pattern.compile("[0-9a-f]{32}");

  private final WireForm wire = new WireForm();
  private final JsonForm json = new JsonForm();

  /**
   * Reads one message.
   *
   * @param source {@code topic/partition/offset}
   * @param revision header {@code revision} of a tombstone, a decimal number, or null
   * @param timestamp of the message in epoch milliseconds; negative if it has none
   * @param now stands in a dead letter
   * @return the write, or a dead letter
   */
  Either<DocumentWrite, DeadLetter> read(
      String source,
      byte @Nullable [] key,
      byte @Nullable [] value,
      @Nullable String revision,
      long timestamp,
      Instant now) {
    try {
      return Either.Left(value == null ? deletion(key, revision, timestamp) : document(value));
    } catch (RejectedException e) {
      byte[] payload = value != null ? value : key != null ? key : new byte[0];
      return Either.Right(DeadLetters.letter(source, STAGE, e.rejection(), payload, now));
    }
  }

  private DocumentWrite document(byte[] value) throws RejectedException {
    SpecificRecord record = wire.decode(Topic.PROFILES, value);
    if (!(record instanceof ProfileDocument profile)) {
      throw new RejectedException(
          Reason.WRONG_TYPE, "a " + record.getSchema().getName() + " instead of a ProfileDocument");
    }
    require(!profile.getProfileId().isEmpty(), Reason.EMPTY_FIELD, "profileId is empty");
    byte[] body;
    try {
      body = json.write(profile);
    } catch (IllegalArgumentException e) {
      throw new RejectedException(
          Reason.NUMBER_OUT_OF_RANGE, "no JSON can say it: " + e.getMessage());
    }
    return DocumentWrite.put(
        alias(profile.getTenant()),
        profile.getProfileId(),
        null,
        version(profile.getRevision()),
        body);
  }

  private static DocumentWrite deletion(
      byte @Nullable [] key, @Nullable String revision, long timestamp) throws RejectedException {
    String place = key == null ? "" : new String(key, UTF_8);
    int slash = place.lastIndexOf('/');
    String profileId = place.substring(slash + 1);
    require(
        slash > 0 && PROFILE_ID.matcher(profileId).matches(),
        Reason.WRONG_TYPE,
        "the key of a tombstone must be TENANT/PROFILEID");
    return DocumentWrite.delete(
        alias(place.substring(0, slash)), profileId, null, version(revision, timestamp));
  }

  private static long version(@Nullable String revision, long timestamp) throws RejectedException {
    if (revision == null) {
      require(
          timestamp >= 0,
          Reason.MISSING_FIELD,
          "a tombstone needs the header 'revision' or a timestamp");
      return timestamp;
    }
    try {
      return version(Long.parseLong(revision));
    } catch (NumberFormatException e) {
      throw new RejectedException(
          Reason.WRONG_TYPE, "the header 'revision' of a tombstone must be a decimal number");
    }
  }

  private static long version(long revision) throws RejectedException {
    require(revision >= 0, Reason.NUMBER_OUT_OF_RANGE, "revision " + revision + " is negative");
    return revision;
  }

  private static String alias(String tenant) throws RejectedException {
    require(!tenant.isEmpty(), Reason.EMPTY_FIELD, "tenant is empty");
    require(
        TenantName.fits(tenant),
        Reason.IDENTIFIER_TOO_LONG,
        "tenant is too long for the name of an index: escaped it may have "
            + TenantName.MAX_ESCAPED
            + " characters");
    return DocumentKind.PROFILES.alias(tenant);
  }

  private static void require(boolean holds, Reason reason, String detail)
      throws RejectedException {
    if (!holds) {
      throw new RejectedException(reason, detail);
    }
  }
}
