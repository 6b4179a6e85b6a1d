package dev.kilde.profile.state;

import dev.kilde.core.person.Claim;
import java.io.IOException;

/** {@link Claim}: its source, whether it is foreign, the event. */
public final class ClaimFormat implements Format<Claim> {

  private static final long serialVersionUID = 1;

  private final EventFormat events = new EventFormat();

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Claim claim, StateWriter out) throws IOException {
    IdentifierKeyFormat.write(claim.source(), out);
    out.flag(claim.foreign());
    events.write(claim.event(), out);
  }

  @Override
  public Claim read(int version, StateReader in) throws IOException {
    var source = IdentifierKeyFormat.readOptional(in);
    boolean foreign = in.flag();
    return new Claim(source, events.read(1, in), foreign);
  }

  @Override
  public Format<Claim> duplicate() {
    return new ClaimFormat();
  }
}
