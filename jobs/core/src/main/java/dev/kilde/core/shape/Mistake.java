package dev.kilde.core.shape;

import org.jspecify.annotations.Nullable;

/** What was read cannot mean anything; thrown while a value is built of it, told to its author. */
public final class Mistake extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final @Nullable String field;
  private final String remedy;

  /**
   * @param field the key it stands under; null: the value as a whole
   * @param what is wrong, one line
   * @param remedy what would be right, one line
   */
  public Mistake(@Nullable String field, String what, String remedy) {
    super(what);
    this.field = field;
    this.remedy = remedy;
  }

  public @Nullable String field() {
    return field;
  }

  public String remedy() {
    return remedy;
  }
}
