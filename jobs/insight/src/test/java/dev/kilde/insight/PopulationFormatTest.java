package dev.kilde.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.rfm.Population;
import dev.kilde.profile.state.FormatSerializer;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class PopulationFormatTest {

  @Test
  void keysAndCountsOfBothSignsComeBackAsTheyWere() throws IOException {
    SortedMap<Long, Long> lasts =
        new TreeMap<>(Map.of(Long.MIN_VALUE, 1L, -3L, -7L, 0L, 1L << 62, Long.MAX_VALUE, -1L));
    SortedMap<Integer, Long> frequencies = new TreeMap<>(Map.of(1, Long.MAX_VALUE, 2, -1L));
    SortedMap<Integer, Long> monetary =
        new TreeMap<>(Map.of(Integer.MIN_VALUE, 5L, Integer.MAX_VALUE, Long.MIN_VALUE));
    Population read = read(write(new Population(lasts, frequencies, monetary)));
    assertThat(read.lastBuckets()).isEqualTo(lasts);
    assertThat(read.frequencies()).isEqualTo(frequencies);
    assertThat(read.monetaryBuckets()).isEqualTo(monetary);
  }

  @Test
  void nobodyIsThreeBytes() throws IOException {
    assertThat(write(new Population())).hasSize(3);
    assertThat(read(write(new Population())).isEmpty()).isTrue();
  }

  @Test
  void twoYearsOfQuartersOfAnHourTakeTwoBytesEach() throws IOException {
    SortedMap<Long, Long> lasts = new TreeMap<>();
    for (long quarter = 2_000_000; quarter < 2_000_000 + 730 * 96; quarter++) {
      lasts.put(quarter, 60L);
    }
    assertThat(write(new Population(lasts, new TreeMap<>(), new TreeMap<>())))
        .hasSizeLessThan(150_000);
  }

  private static byte[] write(Population population) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    new FormatSerializer<>(new PopulationFormat()).serialize(population, out);
    return out.getCopyOfBuffer();
  }

  private static Population read(byte[] bytes) throws IOException {
    return new FormatSerializer<>(new PopulationFormat())
        .deserialize(new DataInputDeserializer(bytes));
  }
}
