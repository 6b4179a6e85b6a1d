package dev.kilde.core.keeper;

import static dev.kilde.core.keeper.DrawnMessages.SELF;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A keeper, its store, and what it did. */
final class Kept {

  final InMemoryKeeperStore store = new InMemoryKeeperStore();
  final List<Effect> effects = new ArrayList<>();
  private final Keeper.Rules rules;
  private final BooleanSupplier reload;
  Keeper keeper;
  private Instant watermark = Instant.EPOCH;

  Kept(Keeper.Rules rules, BooleanSupplier reload) {
    this.rules = rules;
    this.reload = reload;
    this.keeper = new Keeper("shop", SELF, store, rules);
  }

  void receive(Message message) {
    keeper.receive(message, watermark, effects::add);
    perhapsReload();
  }

  void advance(Instant to) {
    if (to.isAfter(watermark)) {
      watermark = to;
      keeper.advance(to, effects::add);
      perhapsReload();
    }
  }

  private void perhapsReload() {
    if (reload.getAsBoolean()) {
      keeper.flush();
      keeper = new Keeper("shop", SELF, store, rules);
    }
  }
}
