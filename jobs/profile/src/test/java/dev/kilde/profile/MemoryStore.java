package dev.kilde.profile;

import dev.kilde.core.event.EventId;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One keeper in memory. */
public final class MemoryStore implements KeeperStore {

  private static final class MapRows<V> implements Rows<V> {
    private final Map<EventId, V> rows = new LinkedHashMap<>();

    @Override
    public @Nullable V get(EventId id) {
      return rows.get(id);
    }

    @Override
    public List<V> all() {
      return List.copyOf(rows.values());
    }

    @Override
    public void put(EventId id, V value) {
      rows.put(id, value);
    }

    @Override
    public void remove(EventId id) {
      rows.remove(id);
    }
  }

  private @Nullable Standing standing;
  private List<Message> pending = List.of();
  private @Nullable Ties ties;
  private @Nullable Acquaintance acquaintance;
  private @Nullable Ledger ledger;
  private final Map<Fact<?>, Object> facts = new HashMap<>();
  private final MapRows<Held> log = new MapRows<>();
  private final MapRows<Held> passed = new MapRows<>();
  private final MapRows<Link> links = new MapRows<>();

  @Override
  public @Nullable Standing standing() {
    return standing;
  }

  @Override
  public void standing(Standing value) {
    standing = value;
  }

  @Override
  public List<Message> pending() {
    return pending;
  }

  @Override
  public void pending(List<Message> messages) {
    pending = List.copyOf(messages);
  }

  @Override
  public @Nullable Ties ties() {
    return ties;
  }

  @Override
  public void ties(Ties value) {
    ties = value;
  }

  @Override
  public @Nullable Acquaintance acquaintance() {
    return acquaintance;
  }

  @Override
  public void acquaintance(@Nullable Acquaintance value) {
    acquaintance = value;
  }

  @Override
  public @Nullable Ledger ledger() {
    return ledger;
  }

  @Override
  public void ledger(Ledger value) {
    ledger = value;
  }

  @Override
  @SuppressWarnings("unchecked") // a fact's value is only ever stored under that fact
  public <F> @Nullable F fact(Fact<F> fact) {
    return (F) facts.get(fact);
  }

  @Override
  public <F> void fact(Fact<F> fact, F value) {
    facts.put(fact, value);
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
    standing = null;
    pending = List.of();
    ties = null;
    acquaintance = null;
    ledger = null;
    facts.clear();
    log.rows.clear();
    passed.rows.clear();
    links.rows.clear();
  }
}
