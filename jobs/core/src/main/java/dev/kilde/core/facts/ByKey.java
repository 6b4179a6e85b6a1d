package dev.kilde.core.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map, ordered by key, of which a copy with one more entry shares all but a chunk: a
 * store's till that stands on every receipt has tens of thousands of purchases.
 *
 * @param <V> an immutable value
 */
final class ByKey<V> {

  /** Entries of a chunk; a larger one is split in two. */
  private static final int MOST = 128;

  /** Not empty each, in order; keys of one are less than those of the next. */
  private final List<NavigableMap<String, V>> chunks;

  private ByKey(List<NavigableMap<String, V>> chunks) {
    this.chunks = chunks;
  }

  static <V> ByKey<V> of(SortedMap<String, V> all) {
    List<NavigableMap<String, V>> chunks = new ArrayList<>();
    NavigableMap<String, V> chunk = new TreeMap<>();
    for (var entry : all.entrySet()) {
      chunk.put(entry.getKey(), entry.getValue());
      if (chunk.size() == MOST / 2) {
        chunks.add(chunk);
        chunk = new TreeMap<>();
      }
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
    return new ByKey<>(chunks);
  }

  /** Null: there is none. */
  @Nullable V get(String key) {
    return chunks.isEmpty() ? null : chunks.get(chunkOf(key)).get(key);
  }

  /** The same with an entry, in place of the one under its key. */
  ByKey<V> with(String key, V value) {
    List<NavigableMap<String, V>> next = new ArrayList<>(chunks);
    if (next.isEmpty()) {
      next.add(new TreeMap<>());
    }
    int at = chunks.isEmpty() ? 0 : chunkOf(key);
    NavigableMap<String, V> chunk = new TreeMap<>(next.get(at));
    chunk.put(key, value);
    if (chunk.size() > MOST) {
      String middle = List.copyOf(chunk.keySet()).get(MOST / 2);
      next.add(at + 1, new TreeMap<>(chunk.tailMap(middle, true)));
      chunk = new TreeMap<>(chunk.headMap(middle, false));
    }
    next.set(at, chunk);
    return new ByKey<>(next);
  }

  /** Every entry in order. */
  NavigableMap<String, V> all() {
    NavigableMap<String, V> all = new TreeMap<>();
    chunks.forEach(all::putAll);
    return all;
  }

  /** The last chunk that begins at or before the key, else the first. */
  private int chunkOf(String key) {
    int low = 0;
    int high = chunks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (chunks.get(middle).firstKey().compareTo(key) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
