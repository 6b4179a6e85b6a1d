package dev.kilde.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.Order;
import dev.kilde.schemas.record.OrderStatus;
import dev.kilde.schemas.wire.WireForm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InputDecoderTest {

  private static final String ORDER =
      """
      {"tenant":"t","eventId":"e","occurredAt":"2026-03-01T10:00:00+01:00","identifiers":{"email":"a@example.com"},
       "orderId":"o","placedAt":1772355600000,"status":"paid","extra":[{"a":1}],
       "lines":[{"lineId":"1","quantity":2,"amount":12.50}]}\
      """;

  @Test
  void readsAnOrderAndTakesItThroughBothForms() throws Exception {
    InputDecoder decoder = new InputDecoder();
    Order order = (Order) decoder.json(Topic.ORDERS, ORDER.getBytes(StandardCharsets.UTF_8));
    assertThat(order.getOccurredAt()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
    assertThat(order.getPlacedAt()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
    assertThat(order.getStatus()).isEqualTo(OrderStatus.paid);
    assertThat(order.getLines().get(0).getAmount()).isEqualByComparingTo("12.5");
    assertThat(decoder.unknownFields()).isEqualTo(1);

    assertThat(new JsonForm().read(Topic.ORDERS, new JsonForm().write(order))).isEqualTo(order);
    assertThat(decoder.wire(Topic.ORDERS, new WireForm().encode(order), null)).isEqualTo(order);
  }
}
