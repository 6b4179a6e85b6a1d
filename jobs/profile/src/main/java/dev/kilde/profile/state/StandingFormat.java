package dev.kilde.profile.state;

import dev.kilde.core.event.CanonicalOrder;
import dev.kilde.core.keeper.Standing;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Head;
import dev.kilde.core.person.Judged;
import dev.kilde.core.segment.Membership;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    write(head.judged(), out);
  }

  private static void write(Judged judged, StateWriter out) throws IOException {
    out.instant(judged.at());
    out.fixed(judged.revision());
    out.fixed(judged.terms());
    out.list(
        judged.memberships(),
        in -> {
          out.text(in.segment());
          out.unsigned(in.version());
          out.instant(in.since());
        });
    out.list(
        new TreeMap<>(judged.due()).entrySet(),
        due -> {
          out.unsigned(due.getKey());
          out.fixed(due.getValue().toEpochMilli());
        });
    out.instant(judged.scoresDueAt());
  }

  private static Judged judged(StateReader in) throws IOException {
    Instant at = in.optionalInstant();
    long revision = in.fixed();
    int terms = (int) in.fixed();
    List<Membership> memberships =
        in.list(() -> new Membership(in.text(), (int) in.unsigned(), in.instant()));
    Map<Integer, Instant> due = new HashMap<>();
    in.list(() -> due.put((int) in.unsigned(), Instant.ofEpochMilli(in.fixed())));
    return new Judged(at, revision, terms, memberships, due, in.optionalInstant());
  }

  private static Head head(StateReader in) throws IOException {
    return new Head(
        order(in),
        (int) in.unsigned(),
        in.optionalInstant(),
        place(in),
        in.optionalInstant(),
        in.fixed(),
        in.flag(),
        judged(in));
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
