package dev.kilde.core.identity.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Delivers letters: those of one channel in order, those of different channels in an order of
 * chance.
 */
final class Network {

  private final SplittableRandom random;
  private final List<Channel> waiting = new ArrayList<>();

  Network(SplittableRandom random) {
    this.random = random;
  }

  void send(Channel channel, Letter letter) {
    if (channel.letters.isEmpty()) {
      waiting.add(channel);
    }
    channel.letters.add(letter);
  }

  /** Delivers one letter; false where there is none. */
  boolean deliver() {
    if (waiting.isEmpty()) {
      return false;
    }
    int at = random.nextInt(waiting.size());
    Channel channel = waiting.get(at);
    Letter letter = channel.letters.remove();
    if (channel.letters.isEmpty()) {
      waiting.set(at, waiting.get(waiting.size() - 1));
      waiting.remove(waiting.size() - 1);
    }
    channel.to.take(channel, letter);
    return true;
  }
}
