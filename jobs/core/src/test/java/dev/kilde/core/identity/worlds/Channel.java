package dev.kilde.core.identity.worlds;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** From one node to another; first in, first out. */
final class Channel {

  final Node to;
  final Queue<Letter> letters = new ArrayDeque<>();

  /** The latest watermark taken out. */
  Instant watermark = Instant.EPOCH;

  Channel(Node to) {
    this.to = to;
  }
}
