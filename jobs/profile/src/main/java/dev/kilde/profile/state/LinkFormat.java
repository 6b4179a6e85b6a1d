package dev.kilde.profile.state;

import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Stream;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.Link;
import java.io.IOException;

/** {@link Link}. */
public final class LinkFormat implements Format<Link> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Link link, StateWriter out) throws IOException {
    IdentifierKeyFormat.write(link.target(), out);
    out.instant(link.since());
    id(link.cause(), out);
    out.constant(link.trust());
  }

  @Override
  public Link read(int version, StateReader in) throws IOException {
    return new Link(
        IdentifierKeyFormat.read(in), in.instant(), id(in), in.constant(Trust.values()));
  }

  static void id(EventId id, StateWriter out) throws IOException {
    out.constant(id.stream());
    out.text(id.id());
  }

  static EventId id(StateReader in) throws IOException {
    return new EventId(in.constant(Stream.values()), in.text());
  }
}
