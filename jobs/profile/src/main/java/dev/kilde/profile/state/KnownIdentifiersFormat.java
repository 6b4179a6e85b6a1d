package dev.kilde.profile.state;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.facts.KnownIdentifiers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
          IdentifierFormat.write(identifier, out);
          out.flag(known.unconfirmed().contains(identifier));
        });
  }

  @Override
  public KnownIdentifiers read(int version, StateReader in) throws IOException {
    List<Identifier> all = new ArrayList<>();
    Set<Identifier> unconfirmed = new HashSet<>();
    in.list(
        () -> {
          Identifier identifier = IdentifierFormat.read(in);
          all.add(identifier);
          return in.flag() && unconfirmed.add(identifier);
        });
    return new KnownIdentifiers(all, unconfirmed);
  }
}
