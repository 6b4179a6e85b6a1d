package dev.kilde.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  @TempDir Path root;

  @Test
  void isCreatedWithAllAboveIt() throws IOException {
    Path folder = root.resolve("a/b");
    OutputFolder.prepare(folder);
    assertThat(folder).isEmptyDirectory();
    OutputFolder.prepare(folder);
  }

  @Test
  void cannotBeAFile() throws IOException {
    Path file = Files.createFile(root.resolve("taken"));
    assertThatThrownBy(() -> OutputFolder.prepare(file))
        .isInstanceOf(UnwritableOutputException.class)
        .hasMessage("cannot write to " + file + ": " + file + " is a file, not a folder");
  }

  @Test
  void cannotLieInAFile() throws IOException {
    Path file = Files.createFile(root.resolve("taken"));
    assertThatThrownBy(() -> OutputFolder.prepare(file.resolve("out")))
        .isInstanceOf(UnwritableOutputException.class)
        .message()
        .startsWith("cannot write to " + file.resolve("out") + ": ")
        .doesNotContain("\n");
  }
}
