package dev.kilde.profile.state;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.event.EventId;
import dev.kilde.core.event.Stream;
import dev.kilde.core.person.Head;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@link Head}: the hot state. */
public final class HeadFormat implements Format<Head> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Head head, StateWriter out) throws IOException {
    out.text(head.tenant());
    CanonicalOrder last = head.lastFolded();
    out.flag(last != null);
    if (last != null) {
      out.instant(last.occurredAt());
      out.constant(last.id().stream());
      out.text(last.id().id());
    }
    out.unsigned(head.logged());
    out.instant(head.expiresAt());
    out.instant(head.documentDueAt());
    out.fixed(head.revision());
    out.flag(head.published());
    out.instant(head.alarmAt());
  }

  @Override
  public Head read(int version, StateReader in) throws IOException {
    return new Head(
        in.optionalText(),
        lastFolded(in),
        (int) in.unsigned(),
        in.optionalInstant(),
        in.optionalInstant(),
        in.fixed(),
        in.flag(),
        in.optionalInstant());
  }

  private static @Nullable CanonicalOrder lastFolded(StateReader in) throws IOException {
    return in.flag()
        ? new CanonicalOrder(in.instant(), new EventId(in.constant(Stream.values()), in.text()))
        : null;
  }
}
