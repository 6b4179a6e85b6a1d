package dev.kilde.insight;

import dev.kilde.core.score.rfm.Population;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.FormatTypeInfo;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;
import java.time.Instant;

/**
 * What changed in a part of a tenant's population by one midnight since the one before.
 *
 * @param population whom to put in, and whom to take out; not changed any more
 */
record PopulationDelta(String tenant, Instant midnight, Population population) {

  /** Flink's view. */
  static final FormatTypeInfo<PopulationDelta> TYPE =
      FormatTypeInfo.of(PopulationDelta.class, new WireFormat());

  /** How it travels. Its version grows with that of {@link PopulationFormat}. */
  public static final class WireFormat implements Format<PopulationDelta> {

    private static final long serialVersionUID = 1;

    private final PopulationFormat populations = new PopulationFormat();

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void write(PopulationDelta delta, StateWriter out) throws IOException {
      out.text(delta.tenant());
      out.instant(delta.midnight());
      populations.write(delta.population(), out);
    }

    @Override
    public PopulationDelta read(int version, StateReader in) throws IOException {
      return new PopulationDelta(
          in.text(), in.instant(), populations.read(populations.version(), in));
    }
  }
}
