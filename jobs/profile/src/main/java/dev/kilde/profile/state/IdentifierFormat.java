package dev.kilde.profile.state;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import java.io.IOException;

/** {@link Identifier}, readable. */
final class IdentifierFormat {

  private IdentifierFormat() {}

  static void write(Identifier identifier, StateWriter out) throws IOException {
    out.constant(identifier.kind());
    out.text(identifier.value());
  }

  static Identifier read(StateReader in) throws IOException {
    return new Identifier(in.constant(IdentifierKind.values()), in.text());
  }
}
