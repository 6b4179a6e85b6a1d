package dev.kilde.core.identity.worlds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the parallel halves of a stage. Its watermark is the least of its channels'; it goes on
 * only after everything that it makes the node send.
 */
abstract class Node {

  private final List<Channel> inputs = new ArrayList<>();

  private Instant watermark = Instant.EPOCH;

  /** A new channel to this node. */
  final Channel open() {
    Channel channel = new Channel(this);
    inputs.add(channel);
    return channel;
  }

  final Instant watermark() {
    return watermark;
  }

  final void take(Channel from, Letter letter) {
    if (!(letter instanceof Letter.Watermark mark)) {
      receive(letter);
      return;
    }
    from.watermark = mark.at();
    Instant least = Instant.MAX;
    for (Channel input : inputs) {
      least = input.watermark.isBefore(least) ? input.watermark : least;
    }
    if (least.isAfter(watermark)) {
      watermark = least;
      advance();
      passOn(watermark);
    }
  }

  abstract void receive(Letter letter);

  /** Does everything that is due at the watermark. */
  abstract void advance();

  abstract void passOn(Instant mark);
}
