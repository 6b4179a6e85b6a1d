package dev.kilde.profile.state;

import dev.kilde.core.facts.Engagement;
import dev.kilde.core.facts.Engagement.Tally;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@link Engagement}. */
public final class EngagementFormat implements Format<Engagement> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Engagement engagement, StateWriter out) throws IOException {
    out.list(
        engagement.tallies().entrySet(),
        entry -> {
          out.text(entry.getKey());
          out.unsigned(entry.getValue().count());
          out.instant(entry.getValue().lastAt());
        });
    out.list(engagement.unreachable(), out::text);
  }

  @Override
  public Engagement read(int version, StateReader in) throws IOException {
    Map<String, Tally> tallies = new TreeMap<>();
    in.list(() -> tallies.put(in.text(), new Tally(in.unsigned(), in.instant())));
    return new Engagement(tallies, new TreeSet<>(in.list(in::text)));
  }
}
