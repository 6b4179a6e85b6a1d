package dev.kilde.profile.state;

import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.Link;
import dev.kilde.core.identity.Pointers;
import dev.kilde.core.keeper.Ties;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link Ties}: what an identifier points to, and no longer may. */
public final class TiesFormat implements Format<Ties> {

  private static final long serialVersionUID = 1;

  private final LinkFormat links = new LinkFormat();
  private final SpanFormat spans = new SpanFormat();

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Ties ties, StateWriter out) throws IOException {
    write(ties.pointers(), out);
    boolean all = ties.letGo().equals(ties.pointers());
    out.flag(all);
    if (!all) {
      write(ties.letGo(), out);
    }
    out.instant(ties.linksFrom());
    out.instant(ties.runsFrom());
    out.list(
        ties.takenBack(),
        back -> {
          IdentifierKeyFormat.write(back.target(), out);
          out.instant(back.upTo());
        });
    out.list(ties.erased(), span -> spans.write(span, out));
    out.instant(ties.erasedUpTo());
    out.list(
        ties.refused(),
        told -> {
          IdentifierKeyFormat.write(told.target(), out);
          out.instant(told.since());
        });
  }

  @Override
  public Ties read(int version, StateReader in) throws IOException {
    Pointers pointers = pointers(in);
    return new Ties(
        pointers,
        in.flag() ? pointers : pointers(in),
        in.optionalInstant(),
        in.optionalInstant(),
        in.list(() -> new Ties.TakenBack(IdentifierKeyFormat.read(in), in.instant())),
        in.list(() -> spans.read(1, in)),
        in.optionalInstant(),
        in.list(() -> new Ties.Refused(IdentifierKeyFormat.read(in), in.instant())));
  }

  private void write(Pointers pointers, StateWriter out) throws IOException {
    out.list(
        pointers.runs(),
        run -> {
          out.instant(run.since());
          IdentifierKeyFormat.write(run.target(), out);
          LinkFormat.id(run.cause(), out);
        });
    Link best = pointers.best();
    out.flag(best != null);
    if (best != null) {
      links.write(best, out);
    }
    out.list(
        pointers.recent().entrySet(),
        seen -> {
          IdentifierKeyFormat.write(seen.getKey(), out);
          out.instant(seen.getValue());
        });
    out.instant(pointers.latest());
    out.instant(pointers.sharedSince());
    out.flag(pointers.several());
  }

  private Pointers pointers(StateReader in) throws IOException {
    List<Pointers.Run> runs =
        in.list(
            () ->
                new Pointers.Run(
                    in.instant(), IdentifierKeyFormat.readOptional(in), LinkFormat.id(in)));
    Link best = in.flag() ? links.read(1, in) : null;
    Map<IdentifierKey, Instant> recent = new HashMap<>();
    in.list(() -> recent.put(IdentifierKeyFormat.read(in), in.instant()));
    return new Pointers(runs, best, recent, in.optionalInstant(), in.optionalInstant(), in.flag());
  }
}
