package dev.kilde.core.event;

/** Where an order stands. */
public enum OrderStatus {
  PLACED,
  PAID,
  PAYMENT_REJECTED,
  CANCELLED,
  SHIPPED,
  DELIVERED,
  PARTIALLY_RETURNED,
  RETURNED;

  /** Neither rejected nor cancelled: its lines are money that changed hands. */
  public boolean stands() {
    return this != PAYMENT_REJECTED && this != CANCELLED;
  }
}
