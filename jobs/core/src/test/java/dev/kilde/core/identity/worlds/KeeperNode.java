package dev.kilde.core.identity.worlds;

import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.keeper.InMemoryKeeperStore;
import dev.kilde.core.keeper.Keeper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Some of the keepers of one kind. */
final class KeeperNode extends Node {

  private final Keeper.Rules rules;
  private final Map<IdentifierKey, InMemoryKeeperStore> stores = new LinkedHashMap<>();
  private final Map<IdentifierKey, Keeper> keepers = new LinkedHashMap<>();
  private final Consumer<Effect> effects;
  private final BooleanSupplier reload;

  private @Nullable Outputs outputs;

  /**
   * @param effects takes all that is not sent to other keepers
   * @param reload whether to write a keeper back and read it again, asked after each step
   */
  KeeperNode(Keeper.Rules rules, Consumer<Effect> effects, BooleanSupplier reload) {
    this.rules = rules;
    this.effects = effects;
    this.reload = reload;
  }

  void outputs(Outputs to) {
    outputs = to;
  }

  /** Each by what it keeps. */
  Map<IdentifierKey, Keeper> keepers() {
    keepers.keySet().forEach(this::reload);
    return keepers;
  }

  /** Each by what it keeps, written back. */
  Map<IdentifierKey, InMemoryKeeperStore> stores() {
    keepers.keySet().forEach(this::reload);
    return stores;
  }

  @Override
  void receive(Letter letter) {
    if (!(letter instanceof Letter.Addressed addressed)) {
      throw new IllegalArgumentException("not to a keeper: " + letter);
    }
    keeper(addressed.to()).receive(addressed.message(), watermark(), this::perform);
    perhapsReload(addressed.to());
  }

  @Override
  void advance() {
    for (IdentifierKey key : keepers.keySet()) {
      keeper(key).advance(watermark(), this::perform);
      perhapsReload(key);
    }
  }

  @Override
  void passOn(Instant mark) {
    outputs().passOn(mark);
  }

  private void perform(Effect effect) {
    if (effect instanceof Effect.Sent sent) {
      outputs().send(new Letter.Addressed(sent.to(), sent.message()));
    } else {
      effects.accept(effect);
    }
  }

  private Keeper keeper(IdentifierKey key) {
    return keepers.computeIfAbsent(key, this::read);
  }

  private void perhapsReload(IdentifierKey key) {
    if (reload.getAsBoolean()) {
      reload(key);
    }
  }

  private void reload(IdentifierKey key) {
    keeper(key).flush();
    keepers.put(key, read(key));
  }

  private Keeper read(IdentifierKey key) {
    return new Keeper(
        Chain.TENANT, key, stores.computeIfAbsent(key, k -> new InMemoryKeeperStore()), rules);
  }

  private Outputs outputs() {
    return Objects.requireNonNull(outputs);
  }
}
