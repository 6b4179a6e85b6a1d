package dev.kilde.benchmarks;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.Line;
import dev.kilde.schemas.record.Receipt;
import dev.kilde.schemas.record.Trust;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * Receipts of one busy store, each a function of its number.
 *
 * @param customers how many there are, each as frequent as the others
 * @param hot which identifier stands on many of them
 * @param lane of so many sources this one
 * @param lanes sources that share the receipts
 */
record Receipts(int customers, Hot hot, int lane, int lanes)
    implements GeneratorFunction<Long, Input> {

  /** The identifier that is everybody's. */
  enum Hot {
    /** None. */
    NOTHING,
    /** The store's till, on every receipt beside the customer's e-mail address. */
    TILL,
    /** One loyalty number, on a fifth of the receipts in place of the customer. */
    LOYALTY_NUMBER
  }

  private static final long serialVersionUID = 1;

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  /** Receipts a second of event time, in all lanes. */
  private static final int RATE = 2_000;

  private static final int TICK_EVERY = 1_000;

  @Override
  public Input map(Long element) {
    long number = element * lanes + lane;
    Instant at = START.plusMillis(number * 1_000 / RATE);
    return element % TICK_EVERY == TICK_EVERY - 1
        ? Input.tick(at)
        : Input.record(Topic.RECEIPTS, receipt(number, at), "receipts:" + number);
  }

  private Receipt receipt(long number, Instant at) {
    Identifiers identifiers = new Identifiers();
    if (hot == Hot.LOYALTY_NUMBER && number % 5 == 0) {
      identifiers.setLoyaltyNumber("everybody");
    } else {
      identifiers.setEmail("customer-" + number * 7_919 % customers + "@mail.example");
    }
    if (hot == Hot.TILL) {
      identifiers.setDeviceId("till");
    }
    return Receipt.newBuilder()
        .setTenant("shop")
        .setEventId("event-" + number)
        .setOccurredAt(at)
        .setIdentifiers(identifiers)
        .setTrust(Trust.stated)
        .setReceiptId("receipt-" + number)
        .setStoreId("store")
        .setSoldAt(at)
        .setLines(
            List.of(
                Line.newBuilder()
                    .setProductId("product-" + number % 5_000)
                    .setCategory("outdoor/tents")
                    .setQuantity(BigDecimal.ONE)
                    .setAmount(new BigDecimal("129.95"))
                    .build()))
        .build();
  }
}
