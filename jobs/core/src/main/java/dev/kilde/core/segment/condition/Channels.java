package dev.kilde.core.segment.condition;

import dev.kilde.core.shape.Shape;
import java.util.List;

/** The contract's channels. */
final class Channels {

  static final Shape<String> SHAPE = new Shape.Word(List.of("email", "sms", "push", "ads", "post"));

  private Channels() {}
}
