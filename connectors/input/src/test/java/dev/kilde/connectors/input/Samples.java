package dev.kilde.connectors.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection;
import dev.kilde.schemas.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Inputs for the tests of this package. */
final class Samples {

  static final Instant REFUSED_AT = Instant.parse("2026-03-01T12:00:00Z");

  private Samples() {}

  static Input viewed(String eventId, String occurredAt) {
    return Input.record(Topic.TRACKING, trackingEvent(eventId, occurredAt), "tracking/0/17");
  }

  static Input rejected(byte[] payload) {
    return Input.rejected(
        DeadLetters.letter(
            "tracking/0/18",
            "decode",
            new Rejection(Rejection.Reason.NOT_JSON, "no JSON at column 1"),
            payload,
            REFUSED_AT));
  }

  private static SpecificRecord trackingEvent(String eventId, String occurredAt) {
    String line =
        """
        {"tenant":"shop","eventId":"%s","occurredAt":"%s","identifiers":{"email":"a@example.org"},\
        "name":"product_viewed","productId":"tent-1","price":129.5,"properties":{"ref":"mail"}}\
        """
            .formatted(eventId, occurredAt);
    try {
      return new InputDecoder().json(Topic.TRACKING, line.getBytes(UTF_8));
    } catch (RejectedException rejected) {
      throw new AssertionError(rejected);
    }
  }
}
