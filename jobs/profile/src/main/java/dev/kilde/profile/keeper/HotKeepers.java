package dev.kilde.profile.keeper;

import dev.kilde.core.keeper.Keeper;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keepers used last, deserialised: a write-back cache in front of keyed state, so that a
 * session's forty events are few reads and writes.
 *
 * <p>Whichever is pushed out is written back under its own key; {@link #flush} writes back all and
 * must run before a checkpoint's barrier goes on.
 */
final class HotKeepers {

  private final int most;
  private final Consumer<Object> setCurrentKey;
  private final Map<String, Keeper> keepers = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most how many stay; 0 keeps only the one in use
   * @param setCurrentKey moves keyed state to another key
   */
  HotKeepers(int most, Consumer<Object> setCurrentKey) {
    this.most = Math.max(1, most);
    this.setCurrentKey = setCurrentKey;
  }

  /**
   * The keeper of the current key.
   *
   * @param load reads it from keyed state; null: there is none
   */
  @Nullable Keeper of(String key, Supplier<@Nullable Keeper> load) {
    Keeper hot = keepers.get(key);
    if (hot != null) {
      return hot;
    }
    if (keepers.size() >= most) {
      writeBackEldest();
      setCurrentKey.accept(key);
    }
    Keeper keeper = load.get();
    if (keeper != null) {
      keepers.put(key, keeper);
    }
    return keeper;
  }

  /** The keeper of a key if it is hot; null: it is not. */
  @Nullable Keeper peek(String key) {
    return keepers.get(key);
  }

  /** Writes back all; they stay hot. Afterwards keyed state stands at any of them. */
  void flush() {
    keepers.forEach(
        (key, keeper) -> {
          setCurrentKey.accept(key);
          keeper.flush();
        });
  }

  private void writeBackEldest() {
    Iterator<Map.Entry<String, Keeper>> eldest = keepers.entrySet().iterator();
    Map.Entry<String, Keeper> out = eldest.next();
    setCurrentKey.accept(out.getKey());
    out.getValue().flush();
    eldest.remove();
  }
}
