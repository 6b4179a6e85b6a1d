package dev.kilde.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSorterTest {

  @Property(tries = 150)
  void sortingOnDiskEqualsSortingInMemory(
      @ForAll("entries") List<byte[]> entries,
      @ForAll @IntRange(min = 1, max = 400) int budget,
      @ForAll @IntRange(min = 2, max = 4) int fanIn)
      throws IOException {
    Path folder = Files.createTempDirectory("run-sorter-");
    try {
      RunSorter sorter = new RunSorter(folder, budget, fanIn);
      for (byte[] entry : entries) {
        sorter.add(entry);
      }
      List<Path> runs = sorter.finish();
      assertThat(runs.size()).isLessThanOrEqualTo(fanIn);
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).as("merged runs are deleted").containsExactlyInAnyOrderElementsOf(runs);
      }
      List<byte[]> sorted = new ArrayList<>(entries);
      sorted.sort(Arrays::compareUnsigned);
      assertThat(read(runs)).usingElementComparator(Arrays::compare).isEqualTo(sorted);
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  @Test
  void holdsNoMoreThanItsBudgetAndOneEntry(@TempDir Path folder) throws IOException {
    RunSorter sorter = new RunSorter(folder, 100_000, 8);
    for (int i = 0; i < 20_000; i++) {
      sorter.add(RunEntry.encode(i * 7919 % 1000, Topic.ORDERS, "e" + i, new byte[100], 0, i));
    }
    assertThat(sorter.finish()).hasSizeBetween(2, 8);
    assertThat(sorter.mostHeldBytes()).isBetween(100_000L, 100_200L);
  }

  @Test
  void noEntriesGiveNoRuns(@TempDir Path folder) throws IOException {
    assertThat(new RunSorter(folder, 1, 2).finish()).isEmpty();
  }

  @Provide
  Arbitrary<List<byte[]>> entries() {
    Arbitrary<byte[]> entry =
        Combinators.combine(
                Arbitraries.longs().between(0, 3),
                Arbitraries.of(Topic.inputs()),
                Arbitraries.strings().withChars('a', 'b', '\0').ofMaxLength(3),
                Arbitraries.integers().between(0, 2))
            .as(
                (at, topic, id, wire) ->
                    RunEntry.encode(at, topic, id, new byte[] {wire.byteValue()}, 0, 1));
    return entry.list().ofMaxSize(60);
  }

  private static List<byte[]> read(List<Path> runs) throws IOException {
    List<byte[]> all = new ArrayList<>();
    try (MergedRuns merged = new MergedRuns(runs)) {
      for (byte[] entry = merged.next(); entry != null; entry = merged.next()) {
        all.add(entry);
      }
    }
    return all;
  }
}
