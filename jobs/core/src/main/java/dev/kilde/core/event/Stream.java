package dev.kilde.core.event;

/** The input streams that concern people; {@link #PRIVACY} asks, the others make up a person. */
public enum Stream {
  TRACKING("tracking"),
  ORDERS("orders"),
  RECEIPTS("receipts"),
  CONTACTS("contacts"),
  PERMISSIONS("permissions"),
  ENGAGEMENT("engagement"),
  PRIVACY("privacy");

  private final String topic;

  Stream(String topic) {
    this.topic = topic;
  }

  /** The topic's name without prefix; it is the second part of the canonical order. */
  public String topic() {
    return topic;
  }
}
