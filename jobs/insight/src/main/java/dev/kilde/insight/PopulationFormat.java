package dev.kilde.insight;

import dev.kilde.core.score.rfm.Population;
import dev.kilde.profile.state.Format;
import dev.kilde.profile.state.StateReader;
import dev.kilde.profile.state.StateWriter;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@link Population}: three histograms of steps from one key to the next and counts, two to five
 * bytes an entry.
 *
 * <p>A population that is kept or sent is not changed any more, though it could be: its copy is
 * itself.
 */
public final class PopulationFormat implements Format<Population> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Population population, StateWriter out) throws IOException {
    counts(population.lastBuckets(), out);
    counts(population.frequencies(), out);
    counts(population.monetaryBuckets(), out);
  }

  @Override
  public Population read(int version, StateReader in) throws IOException {
    return new Population(longCounts(in), intCounts(in), intCounts(in));
  }

  private static void counts(SortedMap<? extends Number, Long> counts, StateWriter out)
      throws IOException {
    out.unsigned(counts.size());
    long before = 0;
    for (Map.Entry<? extends Number, Long> entry : counts.entrySet()) {
      long key = entry.getKey().longValue();
      signed(key - before, out);
      signed(entry.getValue(), out);
      before = key;
    }
  }

  private static SortedMap<Long, Long> longCounts(StateReader in) throws IOException {
    SortedMap<Long, Long> counts = new TreeMap<>();
    long key = 0;
    for (long left = in.unsigned(); left > 0; left--) {
      key += signed(in);
      counts.put(key, signed(in));
    }
    return counts;
  }

  private static SortedMap<Integer, Long> intCounts(StateReader in) throws IOException {
    SortedMap<Integer, Long> counts = new TreeMap<>();
    longCounts(in).forEach((key, count) -> counts.put(Math.toIntExact(key), count));
    return counts;
  }

  /** The sign goes last, so that small numbers are short whatever theirs is. */
  private static void signed(long value, StateWriter out) throws IOException {
    out.unsigned((value << 1) ^ (value >> 63));
  }

  private static long signed(StateReader in) throws IOException {
    long value = in.unsigned();
    return (value >>> 1) ^ -(value & 1);
  }
}
