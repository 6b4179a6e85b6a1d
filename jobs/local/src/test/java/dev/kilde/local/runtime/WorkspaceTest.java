package dev.kilde.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

  @TempDir Path folder;

  @Test
  void itOpensEmptyButForTheLogThisProcessWrites() throws Exception {
    try (Workspace first = Workspace.open(folder)) {
      Files.createDirectories(first.data().resolve("kafka"));
      Files.writeString(first.data().resolve("kafka/segment"), "old");
      Files.writeString(first.logs().resolve("kafka.log"), "old");
      Files.writeString(first.logs().resolve("kilde.log"), "of this process");
    }
    try (Workspace second = Workspace.open(folder)) {
      assertThat(second.data()).isEmptyDirectory();
      assertThat(second.conf()).isEmptyDirectory();
      assertThat(second.logs()).isDirectoryContaining(log -> log.endsWith("kilde.log"));
      assertThat(second.logs().resolve("kafka.log")).doesNotExist();
    }
  }

  @Test
  void aSecondUserIsToldWhoTheFirstIs() {
    try (Workspace first = Workspace.open(folder)) {
      assertThatThrownBy(() -> Workspace.open(folder))
          .isInstanceOf(LocalServerException.class)
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()))
          .hasMessageContaining(first.logs().getParent().toString());
    }
  }

  @Test
  void aFileInTheWayIsAClearError() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    assertThatThrownBy(() -> Workspace.open(file))
        .isInstanceOf(LocalServerException.class)
        .hasMessageContaining(file.toString());
  }
}
