package dev.kilde.profile.state;

import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Stream;
import dev.kilde.core.person.Change;
import java.io.IOException;

/** What reaches a person, on its way or waiting for its instant. */
public final class ChangeFormat implements Format<Change> {

  private static final long serialVersionUID = 1;

  private final EventFormat events = new EventFormat();

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Change change, StateWriter out) throws IOException {
    out.instant(change.effectiveAt());
    out.flag(change instanceof Change.Put);
    if (change instanceof Change.Put put) {
      events.write(put.event(), out);
    } else {
      out.constant(change.id().stream());
      out.text(change.id().id());
    }
  }

  @Override
  public Change read(int version, StateReader in) throws IOException {
    var effectiveAt = in.instant();
    return in.flag()
        ? new Change.Put(events.read(1, in), effectiveAt)
        : new Change.Drop(new EventId(in.constant(Stream.values()), in.text()), effectiveAt);
  }

  @Override
  public Format<Change> duplicate() {
    return new ChangeFormat();
  }
}
