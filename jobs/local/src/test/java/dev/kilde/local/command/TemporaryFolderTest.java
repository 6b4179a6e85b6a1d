package dev.kilde.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.util.FileUtils;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

  /** As Flink does with its own files when a job has ended. */
  @Test
  void itGoesThoughSomebodyElseDeletesTheSame() throws Exception {
    for (int round = 0; round < 20; round++) {
      TemporaryFolder folder = TemporaryFolder.create();
      fill(folder.path());
      File inside = folder.path().resolve("inside").toFile();

      CompletableFuture<Void> other =
          CompletableFuture.runAsync(() -> FileUtils.deleteDirectoryQuietly(inside));
      folder.close();
      other.get();

      assertThat(folder.path()).doesNotExist();
    }
  }

  private static void fill(Path folder) throws IOException {
    for (int i = 0; i < 20; i++) {
      Path deep = Files.createDirectories(folder.resolve("inside/" + i + "/deep"));
      for (int j = 0; j < 20; j++) {
        Files.createFile(deep.resolve("file-" + j));
      }
    }
  }
}
