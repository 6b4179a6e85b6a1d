package dev.kilde.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvailableMemoryTest {

  @TempDir Path folder;
  private Path meminfo;

  @BeforeEach
  void writeMeminfo() throws Exception {
    meminfo =
        Files.writeString(
            folder.resolve("meminfo"), "MemTotal:  8388608 kB\nMemAvailable:  4194304 kB\n");
  }

  @Test
  void withoutAContainerTheMachineCounts() {
    assertThat(AvailableMemory.read(meminfo, folder).megabytes()).hasValue(4096);
  }

  @Test
  void aContainerWithoutLimitDoesNotCount() throws Exception {
    Files.writeString(folder.resolve("memory.max"), "max\n");
    Files.writeString(folder.resolve("memory.current"), "1000000\n");

    assertThat(AvailableMemory.read(meminfo, folder).megabytes()).hasValue(4096);
  }

  @Test
  void aSmallerContainerCountsWithWhatItHasLeft() throws Exception {
    Files.writeString(folder.resolve("memory.max"), Long.toString(3L << 30));
    Files.writeString(folder.resolve("memory.current"), Long.toString(1L << 30));

    assertThat(AvailableMemory.read(meminfo, folder).megabytes()).hasValue(2048);
  }

  @Test
  void tooLittleIsAnErrorThatNamesNeededAndFound() {
    assertThatThrownBy(() -> new AvailableMemory(OptionalLong.of(1000)).require(4000))
        .isInstanceOf(LocalServerException.class)
        .hasMessageContaining("need 4000 MB")
        .hasMessageContaining("1000 MB are available");
  }

  @Test
  void enoughAndUnknownPass() {
    assertThatCode(() -> new AvailableMemory(OptionalLong.of(4000)).require(4000))
        .doesNotThrowAnyException();
    assertThatCode(() -> AvailableMemory.read(folder.resolve("no"), folder).require(4000))
        .doesNotThrowAnyException();
  }
}
