package dev.kilde.profile.definition;

import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a mapping whose only key tells what it is. */
final class OneKeyReader {

  /** Levels of such mappings in each other: more than anybody can follow. */
  static final int MAX_DEPTH = 32;

  private final ShapeReader shapes;
  private final Places places = new Places();
  private int depth;

  OneKeyReader(ShapeReader shapes) {
    this.shapes = shapes;
  }

  Places places() {
    return places;
  }

  /** What it is; null after telling a problem. */
  <T> @Nullable T read(Shape.OneKey<T> choice, Value value) {
    if (depth == MAX_DEPTH) {
      return value.wrong(
          choice.what() + " nested more than " + MAX_DEPTH + " levels deep",
          "simplify it, or check the indentation");
    }
    depth++;
    try {
      return readHere(choice, value);
    } finally {
      depth--;
    }
  }

  private <T> @Nullable T readHere(Shape.OneKey<T> choice, Value value) {
    Map<String, Kind<T>> kinds = new LinkedHashMap<>();
    choice.kinds().get().forEach(kind -> kinds.put(kind.key(), kind));
    Map<String, Value> keys = value.keys();
    if (keys.isEmpty()) {
      return value.isNot(choice.what(), remedy(choice, value));
    }
    List<String> known = keys.keySet().stream().filter(kinds::containsKey).toList();
    if (keys.size() > 1 && known.size() == 1) {
      tellMisplaced(known.get(0), value);
      return null;
    }
    T read = null;
    for (Map.Entry<String, Value> entry : keys.entrySet()) {
      Kind<T> kind = kinds.get(entry.getKey());
      if (kind == null) {
        value
            .atKey(entry.getKey())
            .wrong(
                Quoted.plain(entry.getKey()) + " is not " + choice.what(),
                Nearest.remedy(entry.getKey(), kinds.keySet()));
      } else {
        read = read(kind, value, entry.getValue());
      }
    }
    if (known.size() > 1) {
      return value.wrong(
          value.name() + " is " + String.join(" and ", known) + " at once, not " + choice.what(),
          oneEach(choice));
    }
    return read;
  }

  private <T> @Nullable T read(Kind<T> kind, Value whole, Value under) {
    T read = shapes.read(kind.shape(), under);
    if (read != null) {
      places.put(read, new Places.Place(whole, under));
    }
    return read;
  }

  /** One key says what it is; the others were meant to stand below it. */
  private static void tellMisplaced(String known, Value whole) {
    for (String key : whole.keys().keySet()) {
      if (!key.equals(known)) {
        whole
            .atKey(key)
            .wrong(
                Quoted.plain(key) + " stands beside " + known, "indent it further, below " + known);
      }
    }
  }

  private static String remedy(Shape.OneKey<?> choice, Value value) {
    return value.isList() ? oneEach(choice) : "write it such as " + Example.of(choice);
  }

  /** What to do with several. */
  private static String oneEach(Shape.OneKey<?> choice) {
    List<String> lists =
        choice.kinds().get().stream()
            .filter(kind -> Example.isListOf(kind.shape(), choice))
            .<String>map(Kind::key)
            .toList();
    return lists.isEmpty()
        ? "write one only"
        : "write them as a list below " + String.join(" or ", lists);
  }
}
