package dev.kilde.core.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was read of a mapping. */
public final class Arguments {

  private final Map<Field<?>, Object> values;

  private Arguments(Map<Field<?>, Object> values) {
    this.values = values;
  }

  /** Collects what is read, field by field. */
  public static final class Reading {
    private final Map<Field<?>, Object> values = new HashMap<>();

    public <T> Reading with(Field<T> field, T value) {
      values.put(field, value);
      return this;
    }

    public Arguments done() {
      return new Arguments(Map.copyOf(values));
    }
  }

  /** Null: not given. */
  @SuppressWarnings("unchecked") // a value is only ever put under a field of its type
  public <T> @Nullable T get(Field<T> field) {
    return (T) values.get(field);
  }

  /** What a required field holds. */
  public <T> T need(Field<T> field) {
    return Objects.requireNonNull(get(field), field.name());
  }

  /** What is given, else something else. */
  public <T> T or(Field<T> field, T otherwise) {
    T given = get(field);
    return given == null ? otherwise : given;
  }

  public boolean has(Field<?> field) {
    return values.containsKey(field);
  }
}
