package dev.kilde.local.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventKeyTest {

  private final InputDecoder decoder = new InputDecoder();

  @ParameterizedTest
  @CsvSource({
    "contactId email phone loyaltyNumber cardToken deviceId, a/contactId:contactId",
    "deviceId cardToken loyaltyNumber phone email, a/email:email",
    "phone loyaltyNumber cardToken deviceId, a/phone:phone",
    "loyaltyNumber cardToken deviceId, a/loyaltyNumber:loyaltyNumber",
    "cardToken deviceId, a/cardToken:cardToken",
    "deviceId, a/deviceId:deviceId"
  })
  void the_strongest_identifier_counts(String given, String key) throws RejectedException {
    StringBuilder identifiers = new StringBuilder();
    for (String kind : given.split(" ", -1)) {
      identifiers
          .append(identifiers.isEmpty() ? "" : ",")
          .append("'%s':'%s'".formatted(kind, kind));
    }
    assertThat(
            key(
                Topic.TRACKING,
                "{'tenant':'a','eventId':'1','occurredAt':0,'name':'searched','identifiers':{"
                    + identifiers
                    + "}}"))
        .isEqualTo(key);
  }

  @Test
  void a_product_is_keyed_by_itself() throws RejectedException {
    assertThat(
            key(Topic.PRODUCTS, "{'tenant':'a','eventId':'1','occurredAt':0,'productId':'tent-2'}"))
        .isEqualTo("a/product:tent-2");
  }

  @Test
  void an_anonymous_receipt_is_keyed_by_itself() throws RejectedException {
    assertThat(
            key(
                Topic.RECEIPTS,
                "{'tenant':'a','eventId':'1','occurredAt':0,'soldAt':0,'storeId':'s','receiptId':'r'}"))
        .isEqualTo("a/receipt:s/r");
  }

  private String key(Topic topic, String json) throws RejectedException {
    byte[] line = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return EventKey.of(decoder.json(topic, line));
  }
}
