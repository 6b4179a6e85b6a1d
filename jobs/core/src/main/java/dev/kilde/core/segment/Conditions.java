package dev.kilde.core.segment;

import dev.kilde.core.Catalogue;
import dev.kilde.core.shape.Shape;

/** Wherever a definition holds a condition. */
public final class Conditions {

  /** One condition, of any kind in the catalogue. */
  public static final Shape<Condition> SHAPE =
      new Shape.OneKey<>("a condition", () -> Catalogue.CONDITIONS);

  private Conditions() {}
}
