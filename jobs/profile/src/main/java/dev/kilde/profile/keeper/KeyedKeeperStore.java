package dev.kilde.profile.keeper;

import dev.kilde.core.Catalogue;
import dev.kilde.core.facts.Fact;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.identity.Link;
import dev.kilde.core.keeper.Acquaintance;
import dev.kilde.core.keeper.KeeperStore;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.keeper.Standing;
import dev.kilde.core.keeper.Ties;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Rows;
import dev.kilde.profile.States;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** The keeper of the current key in Flink's keyed state. */
final class KeyedKeeperStore implements KeeperStore {

  private final ValueState<Standing> standing;
  private final ListState<Message> pending;
  private final ValueState<Ties> ties;
  private final ValueState<Acquaintance> acquaintance;
  private final ValueState<Ledger> ledger;
  private final KeyedRows<Held> log;
  private final KeyedRows<Held> passed;
  private final KeyedRows<Link> links;
  private final Map<Fact<?>, ValueState<?>> facts = new HashMap<>();

  KeyedKeeperStore(RuntimeContext context) {
    standing = context.getState(States.STANDING);
    pending = context.getListState(States.PENDING);
    ties = context.getState(States.TIES);
    acquaintance = context.getState(States.ACQUAINTANCE);
    ledger = context.getState(States.LEDGER);
    log = new KeyedRows<>(context.getMapState(States.LOG));
    passed = new KeyedRows<>(context.getMapState(States.PASSED));
    links = new KeyedRows<>(context.getMapState(States.LINKS));
    for (Fact<?> fact : Catalogue.FACTS) {
      facts.put(fact, context.getState(States.of(fact)));
    }
  }

  @Override
  public @Nullable Standing standing() {
    return StateAccess.reading(standing::value);
  }

  @Override
  public void standing(Standing value) {
    StateAccess.writing(() -> standing.update(value));
  }

  @Override
  public List<Message> pending() {
    List<Message> messages = new ArrayList<>();
    Iterable<Message> kept = StateAccess.reading(pending::get);
    if (kept != null) {
      kept.forEach(messages::add);
    }
    return messages;
  }

  @Override
  public void pending(List<Message> messages) {
    StateAccess.writing(() -> pending.update(messages));
  }

  @Override
  public @Nullable Ties ties() {
    return StateAccess.reading(ties::value);
  }

  @Override
  public void ties(Ties value) {
    StateAccess.writing(() -> ties.update(value));
  }

  @Override
  public @Nullable Acquaintance acquaintance() {
    return StateAccess.reading(acquaintance::value);
  }

  @Override
  public void acquaintance(@Nullable Acquaintance value) {
    StateAccess.writing(() -> acquaintance.update(value));
  }

  @Override
  public @Nullable Ledger ledger() {
    return StateAccess.reading(ledger::value);
  }

  @Override
  public void ledger(Ledger value) {
    StateAccess.writing(() -> ledger.update(value));
  }

  @Override
  public <F> @Nullable F fact(Fact<F> fact) {
    return StateAccess.reading(state(fact)::value);
  }

  @Override
  public <F> void fact(Fact<F> fact, F value) {
    StateAccess.writing(() -> state(fact).update(value));
  }

  @Override
  public Rows<Held> log() {
    return log;
  }

  @Override
  public Rows<Held> passed() {
    return passed;
  }

  @Override
  public Rows<Link> links() {
    return links;
  }

  @Override
  public void clear() {
    standing.clear();
    pending.clear();
    ties.clear();
    acquaintance.clear();
    ledger.clear();
    log.clear();
    passed.clear();
    links.clear();
    facts.values().forEach(ValueState::clear);
  }

  @SuppressWarnings("unchecked") // each state was opened by its fact's own descriptor
  private <F> ValueState<F> state(Fact<F> fact) {
    return (ValueState<F>) Objects.requireNonNull(facts.get(fact));
  }
}
