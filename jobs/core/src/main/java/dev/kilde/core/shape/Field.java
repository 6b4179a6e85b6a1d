package dev.kilde.core.shape;

/**
 * A key of a mapping.
 *
 * @param <T> what its value is read as
 * @param doc what it means, with unit and what holds where it is left out; one sentence
 * @param required whether it has to be given
 */
public record Field<T>(String name, Shape<T> shape, String doc, boolean required) {

  /** One that may be left out. */
  public static <T> Field<T> optional(String name, Shape<T> shape, String doc) {
    return new Field<>(name, shape, doc, false);
  }

  /** One that has to be given. */
  public static <T> Field<T> required(String name, Shape<T> shape, String doc) {
    return new Field<>(name, shape, doc, true);
  }
}
