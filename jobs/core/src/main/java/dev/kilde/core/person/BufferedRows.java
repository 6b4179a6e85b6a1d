package dev.kilde.core.person;

import dev.kilde.core.event.EventId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows with what was written since the last flush on top.
 *
 * @param <V> an immutable value
 */
public final class BufferedRows<V> {

  private final Rows<V> rows;
  private final Function<V, EventId> id;
  private final ToLongFunction<V> bytes;

  /** Empty: removed. */
  private final Map<EventId, Optional<V>> unwritten = new LinkedHashMap<>();

  private long unwrittenBytes;

  /**
   * @param id the id a value stands under
   * @param bytes about how large a value is
   */
  public BufferedRows(Rows<V> rows, Function<V, EventId> id, ToLongFunction<V> bytes) {
    this.rows = rows;
    this.id = id;
    this.bytes = bytes;
  }

  /** Null: there is none. */
  public @Nullable V get(EventId key) {
    Optional<V> written = unwritten.get(key);
    return written == null ? rows.get(key) : written.orElse(null);
  }

  /** Bytes of values that wait to be written. */
  public long unwrittenBytes() {
    return unwrittenBytes;
  }

  public void put(V value) {
    unwrittenBytes += bytes.applyAsLong(value);
    unwritten.put(id.apply(value), Optional.of(value));
  }

  public void remove(EventId key) {
    unwritten.put(key, Optional.empty());
  }

  /** Every value, in no order. */
  public List<V> all() {
    List<V> all = new ArrayList<>();
    for (V value : rows.all()) {
      if (!unwritten.containsKey(id.apply(value))) {
        all.add(value);
      }
    }
    unwritten.values().forEach(value -> value.ifPresent(all::add));
    return all;
  }

  public void flush() {
    unwritten.forEach(
        (key, value) -> value.ifPresentOrElse(v -> rows.put(key, v), () -> rows.remove(key)));
    unwritten.clear();
    unwrittenBytes = 0;
  }
}
