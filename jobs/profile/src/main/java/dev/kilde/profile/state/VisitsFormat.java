package dev.kilde.profile.state;

import dev.kilde.core.facts.Visits;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** {@link Visits}. */
public final class VisitsFormat implements Format<Visits> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Visits visits, StateWriter out) throws IOException {
    out.list(
        visits.counts().entrySet(),
        entry -> {
          out.text(entry.getKey());
          out.unsigned(entry.getValue());
        });
    out.list(visits.lastViewed(), out::text);
  }

  @Override
  public Visits read(int version, StateReader in) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    in.list(() -> counts.put(in.text(), in.unsigned()));
    return new Visits(counts, in.list(in::text));
  }
}
