package dev.kilde.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.elasticsearch.DocumentWrite;
import dev.kilde.connectors.elasticsearch.RejectedWrite;
import dev.kilde.schemas.record.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RejectedAsDeadLettersTest {

  @Test
  void a_rejected_document_keeps_its_bytes_its_place_and_the_reason() {
    byte[] json = "{\"nope\":1}".getBytes(UTF_8);
    RejectedWrite rejected =
        new RejectedWrite(
            DocumentWrite.put("profiles-acme", "abc", null, 7, json),
            "strict_dynamic_mapping_exception",
            "400: [nope] is not allowed");
    assertThat(RejectedAsDeadLetters.letter(rejected, Instant.ofEpochSecond(1, 2_000_003)))
        .isEqualTo(
            DeadLetter.newBuilder()
                .setSource("elasticsearch:profiles-acme/abc")
                .setStage("index")
                .setReason("strict_dynamic_mapping_exception")
                .setDetail("400: [nope] is not allowed")
                .setPayload(ByteBuffer.wrap(json))
                .setAt(Instant.ofEpochMilli(1002))
                .build());
  }
}
