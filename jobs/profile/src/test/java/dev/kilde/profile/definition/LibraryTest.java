package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.score.Scoring;
import dev.kilde.core.segment.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The default library: {@code flink-conf/definitions}. */
class LibraryTest {

  private static final Path LIBRARY = Path.of("../../flink-conf/definitions");
  private static final Path SEGMENTS = LIBRARY.resolve("segments");

  @Test
  void everyFileIsRightAndEvaluated() {
    FolderReading reading = DefinitionFolder.read(LIBRARY);

    if (reading instanceof FolderReading.Invalid invalid) {
      assertThat(invalid.problems()).isEmpty();
    }
    assertThat(reading.notices()).isEmpty();
    assertThat(((FolderReading.Valid) reading).definitions().segments().inOrder())
        .hasSizeBetween(12, 30)
        .allSatisfy(segment -> assertThat(segment.name()).isNotEqualTo(segment.id()));
  }

  @Test
  void scoringIsAsBuiltIn() {
    FolderReading.Valid reading = (FolderReading.Valid) DefinitionFolder.read(LIBRARY);

    assertThat(reading.definitions().scoring()).isEqualTo(Scoring.DEFAULT);
  }

  @Test
  void everySegmentIsInTheFileOfItsName() throws IOException {
    FolderReading.Valid reading = (FolderReading.Valid) DefinitionFolder.read(LIBRARY);
    List<String> ids =
        reading.definitions().segments().inOrder().stream().map(Segment::id).toList();

    assertThat(files())
        .extracting(file -> file.getFileName().toString().replace(".yaml", ""))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void everyFileTellsEditorsItsSchemaAndPeopleWhatItIsFor() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .startsWith("# yaml-language-server: $schema=../schema/segment.schema.json\n# ");
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(SEGMENTS)) {
      return files.sorted().toList();
    }
  }
}
