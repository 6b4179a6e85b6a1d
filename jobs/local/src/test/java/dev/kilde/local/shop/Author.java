package dev.kilde.local.shop;

import dev.kilde.schemas.Envelopes;

/** Whose life an event is of, whatever identifiers it carries: event ids say so. */
final class Author {

  private Author() {}

  /** Number of the person; the event is none of the product feed. */
  static int of(ShopEvent event) {
    String id = Envelopes.eventId(event.event());
    return Integer.parseInt(id.substring(1, id.indexOf('-')));
  }
}
