package dev.kilde.core.identity.worlds;

import dev.kilde.core.event.EventId;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.event.PurchaseKey;
import dev.kilde.core.event.ReceiptSnapshot;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The channels from one node to the halves of all stages after it. */
final class Outputs {

  private final Network network;
  private final List<Channel> purchases;
  private final Map<IdentifierKind, List<Channel>> keepers = new EnumMap<>(IdentifierKind.class);

  Outputs(
      Network network,
      List<PurchaseNode> purchases,
      Map<IdentifierKind, List<KeeperNode>> keepers) {
    this.network = network;
    this.purchases = purchases.stream().map(Node::open).toList();
    keepers.forEach(
        (kind, nodes) -> this.keepers.put(kind, nodes.stream().map(Node::open).toList()));
  }

  void send(Letter letter) {
    if (letter instanceof Letter.Addressed addressed) {
      send(keepers.get(addressed.to().kind()), addressed.to().hash(), letter);
    } else if (letter instanceof Letter.Purchased purchased) {
      send(purchases, keyOf(purchased).text(), letter);
    } else {
      throw new IllegalArgumentException("of no one: " + letter);
    }
  }

  void passOn(Instant mark) {
    Letter letter = new Letter.Watermark(mark);
    purchases.forEach(channel -> network.send(channel, letter));
    keepers.values().forEach(of -> of.forEach(channel -> network.send(channel, letter)));
  }

  private void send(List<Channel> halves, String key, Letter letter) {
    network.send(halves.get(Math.floorMod(key.hashCode(), halves.size())), letter);
  }

  static PurchaseKey keyOf(Letter.Purchased purchased) {
    if (purchased.event() instanceof OrderSnapshot order) {
      return PurchaseKey.of(order);
    }
    if (purchased.event() instanceof ReceiptSnapshot receipt) {
      return PurchaseKey.originalOf(receipt);
    }
    EventId id = purchased.event().id();
    throw new IllegalArgumentException("not a purchase: " + id);
  }
}
