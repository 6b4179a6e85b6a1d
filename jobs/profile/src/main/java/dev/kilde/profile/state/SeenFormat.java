package dev.kilde.profile.state;

import dev.kilde.core.facts.Seen;
import java.io.IOException;

/** {@link Seen}. */
public final class SeenFormat implements Format<Seen> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Seen seen, StateWriter out) throws IOException {
    out.instant(seen.firstAt());
    out.instant(seen.lastAt());
  }

  @Override
  public Seen read(int version, StateReader in) throws IOException {
    return new Seen(in.optionalInstant(), in.optionalInstant());
  }
}
