package dev.kilde.profile.state;

import dev.kilde.core.keeper.Acquaintance;
import java.io.IOException;

/** {@link Acquaintance}. */
public final class AcquaintanceFormat implements Format<Acquaintance> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Acquaintance acquaintance, StateWriter out) throws IOException {
    IdentifierFormat.write(acquaintance.self(), out);
    out.list(acquaintance.weaker(), weaker -> IdentifierFormat.write(weaker, out));
    out.instant(acquaintance.until());
  }

  @Override
  public Acquaintance read(int version, StateReader in) throws IOException {
    return new Acquaintance(
        IdentifierFormat.read(in), in.list(() -> IdentifierFormat.read(in)), in.instant());
  }
}
