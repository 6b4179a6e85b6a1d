package dev.kilde.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

  @TempDir Path folder;

  @Test
  void itIsTheLastTwentyLines() throws Exception {
    String lines =
        IntStream.range(0, 5_000).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    Path log = Files.writeString(folder.resolve("log"), lines);

    assertThat(LogTail.of(log).lines()).hasSize(20).first().isEqualTo("  4980");
  }

  @Test
  void anEmptyOrMissingLogIsNoted() throws Exception {
    Path log = Files.createFile(folder.resolve("log"));

    assertThat(LogTail.of(log)).contains("empty");
    assertThat(LogTail.of(folder.resolve("missing"))).contains("cannot be read");
  }
}
