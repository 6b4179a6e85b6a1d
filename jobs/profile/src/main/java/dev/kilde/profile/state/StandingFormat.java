package dev.kilde.profile.state;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.keeper.Standing;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Head;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@link Standing}: the hot state. */
public final class StandingFormat implements Format<Standing> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Standing standing, StateWriter out) throws IOException {
    out.text(standing.tenant());
    write(standing.person(), out);
    out.unsigned(standing.passed());
    out.instant(standing.expiresAt());
    out.instant(standing.heldUpTo());
    place(standing.passedCapped(), out);
    out.unsigned(standing.links());
    out.flag(standing.tied());
    out.flag(standing.known());
    out.flag(standing.engaged());
    out.text(standing.rebornBy());
    out.instant(standing.alarmAt());
  }

  @Override
  public Standing read(int version, StateReader in) throws IOException {
    return new Standing(
        in.optionalText(),
        head(in),
        (int) in.unsigned(),
        in.optionalInstant(),
        in.optionalInstant(),
        place(in),
        (int) in.unsigned(),
        in.flag(),
        in.flag(),
        in.flag(),
        in.optionalText(),
        in.optionalInstant());
  }

  private static void write(Head head, StateWriter out) throws IOException {
    order(head.lastFolded(), out);
    out.unsigned(head.logged());
    out.instant(head.expiresAt());
    place(head.capped(), out);
    out.instant(head.documentDueAt());
    out.fixed(head.revision());
    out.flag(head.published());
  }

  private static Head head(StateReader in) throws IOException {
    return new Head(
        order(in),
        (int) in.unsigned(),
        in.optionalInstant(),
        place(in),
        in.optionalInstant(),
        in.fixed(),
        in.flag());
  }

  private static void place(EventCap.@Nullable Place place, StateWriter out) throws IOException {
    out.flag(place != null);
    if (place != null) {
      out.unsigned(place.weight());
      order(place.order(), out);
    }
  }

  private static EventCap.@Nullable Place place(StateReader in) throws IOException {
    if (!in.flag()) {
      return null;
    }
    int weight = (int) in.unsigned();
    CanonicalOrder order = order(in);
    if (order == null) {
      throw new IOException("the place of a cap is missing");
    }
    return new EventCap.Place(weight, order);
  }

  private static void order(@Nullable CanonicalOrder order, StateWriter out) throws IOException {
    out.flag(order != null);
    if (order != null) {
      out.instant(order.occurredAt());
      LinkFormat.id(order.id(), out);
    }
  }

  private static @Nullable CanonicalOrder order(StateReader in) throws IOException {
    return in.flag() ? new CanonicalOrder(in.instant(), LinkFormat.id(in)) : null;
  }
}
