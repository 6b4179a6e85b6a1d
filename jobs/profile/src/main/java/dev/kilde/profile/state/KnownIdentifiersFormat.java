package dev.kilde.profile.state;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.facts.KnownIdentifiers;
import java.io.IOException;

/** {@link KnownIdentifiers}. */
public final class KnownIdentifiersFormat implements Format<KnownIdentifiers> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(KnownIdentifiers known, StateWriter out) throws IOException {
    out.list(
        known.all(),
        identifier -> {
          out.constant(identifier.kind());
          out.text(identifier.value());
        });
  }

  @Override
  public KnownIdentifiers read(int version, StateReader in) throws IOException {
    return new KnownIdentifiers(
        in.list(() -> new Identifier(in.constant(IdentifierKind.values()), in.text())));
  }
}
