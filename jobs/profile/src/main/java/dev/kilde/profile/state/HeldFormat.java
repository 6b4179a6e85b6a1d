package dev.kilde.profile.state;

import dev.kilde.core.person.Held;
import java.io.IOException;

/** {@link Held}: its claims. */
public final class HeldFormat implements Format<Held> {

  private static final long serialVersionUID = 1;

  private final ClaimFormat claims = new ClaimFormat();

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Held held, StateWriter out) throws IOException {
    out.list(held.claims(), claim -> claims.write(claim, out));
  }

  @Override
  public Held read(int version, StateReader in) throws IOException {
    return new Held(in.list(() -> claims.read(1, in)));
  }

  @Override
  public Format<Held> duplicate() {
    return new HeldFormat();
  }
}
