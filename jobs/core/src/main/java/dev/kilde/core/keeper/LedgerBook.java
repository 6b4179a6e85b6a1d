package dev.kilde.core.keeper;

import dev.kilde.core.flow.Ledger;
import dev.kilde.core.identity.IdentifierKey;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an identifier's person is in the middle of, until it turns out to be another's. */
final class LedgerBook {

  private final IdentifierKey self;
  private final KeeperStore store;
  private boolean engaged;

  LedgerBook(IdentifierKey self, Standing standing, KeeperStore store) {
    this.self = self;
    this.store = store;
    this.engaged = standing.engaged();
  }

  /** Whether there is anything. */
  boolean isEngaged() {
    return engaged;
  }

  /** A weaker identifier's joins what is here. */
  void take(Ledger ledger) {
    store.ledger(ledger().with(ledger));
    engaged = true;
  }

  /**
   * All of it goes to whom the identifier points to.
   *
   * @param target null: to nobody, it stays
   */
  void handUp(@Nullable IdentifierKey target, Instant now, Consumer<Effect> effects) {
    if (engaged && target != null) {
      effects.accept(new Effect.Sent(target, new Message.HandedOver(self, ledger(), now)));
      forget();
    }
  }

  void forget() {
    if (engaged) {
      store.ledger(Ledger.EMPTY);
      engaged = false;
    }
  }

  /** All of it. */
  Ledger ledger() {
    return engaged ? Objects.requireNonNull(store.ledger()) : Ledger.EMPTY;
  }
}
