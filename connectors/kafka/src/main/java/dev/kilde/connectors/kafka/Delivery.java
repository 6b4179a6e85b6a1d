package dev.kilde.connectors.kafka;

import org.apache.flink.connector.base.DeliveryGuarantee;

/** What a consumer of an output may rely on. */
public enum Delivery {
  /** Every record once for a read-committed consumer; visible when a checkpoint completes. */
  EXACTLY_ONCE(DeliveryGuarantee.EXACTLY_ONCE),
  /** Every record, some more than once after a failure; visible at once. Safe: ids are stable. */
  AT_LEAST_ONCE(DeliveryGuarantee.AT_LEAST_ONCE);

  private final DeliveryGuarantee guarantee;

  Delivery(DeliveryGuarantee guarantee) {
    this.guarantee = guarantee;
  }

  DeliveryGuarantee guarantee() {
    return guarantee;
  }
}
