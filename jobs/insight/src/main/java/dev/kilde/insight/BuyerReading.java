package dev.kilde.insight;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilde.core.score.rfm.Buyer;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.ProfileDocument;
import dev.kilde.schemas.record.Rfm;
import dev.kilde.schemas.wire.WireForm;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a message of topic {@code profiles} what it says of somebody as a buyer.
 *
 * <pre>
 * value                      becomes
 * a document with rfm        a buyer as of its asOf
 * a document without         no buyer as of its asOf
 * null (tombstone)           no buyer as of the message's timestamp; whose, says the key
 * anything else              refused
 * </pre>
 *
 * <p>Documents that do not say when the last purchase was, only how many days ago, are taken to
 * mean whole days.
 */
final class BuyerReading {

  private static final Pattern PROFILE_ID = Pattern.compile("[0-9a-f]{32}");
  private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

  private final WireForm wire = new WireForm();

  /**
   * Reads one message.
   *
   * @param timestamp of the message in epoch milliseconds; negative if it has none
   * @throws RejectedException if it says nothing of anybody
   */
  BuyerNews read(byte @Nullable [] key, byte @Nullable [] value, long timestamp)
      throws RejectedException {
    return value == null ? gone(key, timestamp) : document(value);
  }

  private static BuyerNews gone(byte @Nullable [] key, long timestamp) throws RejectedException {
    String place = key == null ? "" : new String(key, UTF_8);
    int slash = place.lastIndexOf('/');
    require(slash > 0, Reason.WRONG_TYPE, "the key of a tombstone must be TENANT/PROFILEID");
    return news(
        place.substring(0, slash),
        place.substring(slash + 1),
        Instant.ofEpochMilli(timestamp),
        null);
  }

  private BuyerNews document(byte[] value) throws RejectedException {
    SpecificRecord record = wire.decode(Topic.PROFILES, value);
    if (!(record instanceof ProfileDocument profile)) {
      throw new RejectedException(
          Reason.WRONG_TYPE, "a " + record.getSchema().getName() + " instead of a ProfileDocument");
    }
    Rfm rfm = profile.getRfm();
    return news(
        profile.getTenant(),
        profile.getProfileId(),
        profile.getAsOf(),
        rfm == null ? null : buyer(rfm, profile.getAsOf()));
  }

  private static Buyer buyer(Rfm rfm, Instant asOf) throws RejectedException {
    require(
        rfm.getFrequency() > 0 && rfm.getMonetary().signum() > 0,
        Reason.NUMBER_OUT_OF_RANGE,
        "rfm: a buyer bought at least once, for more than nothing");
    Instant last =
        Objects.requireNonNullElseGet(
            rfm.getLastAt(), () -> asOf.minus(Duration.ofDays(rfm.getRecencyDays())));
    return new Buyer(last, rfm.getFrequency(), rfm.getMonetary());
  }

  private static BuyerNews news(String tenant, String profileId, Instant at, @Nullable Buyer buyer)
      throws RejectedException {
    require(!tenant.isEmpty(), Reason.EMPTY_FIELD, "tenant is empty");
    require(
        PROFILE_ID.matcher(profileId).matches(),
        Reason.WRONG_TYPE,
        "a profileId has 32 hexadecimal digits");
    require(
        !at.isBefore(Instant.EPOCH) && at.isBefore(END),
        Reason.TIME_OUT_OF_RANGE,
        at + " is not within 1970-2100");
    return new BuyerNews(tenant, profileId, at, buyer);
  }

  private static void require(boolean holds, Reason reason, String detail)
      throws RejectedException {
    if (!holds) {
      throw new RejectedException(reason, detail);
    }
  }
}
