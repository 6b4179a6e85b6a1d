package dev.kilde.profile.keeper;

import dev.kilde.core.event.EventId;
import dev.kilde.core.person.Rows;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the current key in a map state, by stream and event id.
 *
 * @param <V> an immutable value
 */
final class KeyedRows<V> implements Rows<V> {

  private final MapState<String, V> rows;

  KeyedRows(MapState<String, V> rows) {
    this.rows = rows;
  }

  @Override
  public @Nullable V get(EventId id) {
    return StateAccess.reading(() -> rows.get(row(id)));
  }

  @Override
  public List<V> all() {
    List<V> all = new ArrayList<>();
    Iterable<V> values = StateAccess.reading(rows::values);
    if (values != null) {
      values.forEach(all::add);
    }
    return all;
  }

  @Override
  public void put(EventId id, V value) {
    StateAccess.writing(() -> rows.put(row(id), value));
  }

  @Override
  public void remove(EventId id) {
    StateAccess.writing(() -> rows.remove(row(id)));
  }

  void clear() {
    rows.clear();
  }

  private static String row(EventId id) {
    return id.stream().topic() + "/" + id.id();
  }
}
