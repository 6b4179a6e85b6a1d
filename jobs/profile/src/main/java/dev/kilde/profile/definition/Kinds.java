package dev.kilde.profile.definition;

import dev.kilde.core.event.IdentifierKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kinds of identifier by the contract's names. */
final class Kinds {

  /** Strongest first, as built in. */
  static final Map<String, IdentifierKind> BY_NAME = byName();

  private Kinds() {}

  /** Of a mapping from kinds each one's value; null after telling that it is no mapping. */
  static @Nullable Map<IdentifierKind, Value> of(Value value) {
    Fields fields = value.mapping(names().toArray(String[]::new));
    return fields == null ? null : in(fields);
  }

  /** The values of those fields that are kinds. */
  static Map<IdentifierKind, Value> in(Fields fields) {
    Map<IdentifierKind, Value> values = new EnumMap<>(IdentifierKind.class);
    BY_NAME.forEach(
        (name, kind) -> {
          Value value = fields.values().get(name);
          if (value != null) {
            values.put(kind, value);
          }
        });
    return values;
  }

  /** These keys, then the kinds. */
  static String[] namesAfter(String... keys) {
    return Stream.concat(Arrays.stream(keys), names().stream()).toArray(String[]::new);
  }

  private static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  private static Map<String, IdentifierKind> byName() {
    Map<String, IdentifierKind> byName = new LinkedHashMap<>();
    for (IdentifierKind kind : IdentifierKind.values()) {
      byName.put(kind.field(), kind);
    }
    return Collections.unmodifiableMap(byName);
  }
}
