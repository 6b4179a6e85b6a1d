package dev.kilde.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

class KnownSchemasTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @Test
  void everyVersionWithGoldenFilesIsKnown() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(KnownSchemas.RELEASED);
    }
  }

  @Test
  void theSchemasOfReleasedVersionsAreBundled() {
    assertThat(KnownSchemas.RELEASED)
        .allSatisfy(version -> assertThat(KnownSchemas.released(version, "Order")).isPresent());
    assertThat(KnownSchemas.released("v1", "NotThereYet")).isEmpty();
  }

  @Test
  void everyReleasedSchemaIsFoundByItsFingerprint() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".avsc")).toList()) {
        Schema schema = new Schema.Parser().parse(Files.readString(file));
        assertThat(KnownSchemas.byFingerprint(SchemaNormalization.parsingFingerprint64(schema)))
            .as(file.toString())
            .hasValueSatisfying(
                known -> assertThat(known.getFullName()).isEqualTo(schema.getFullName()));
      }
    }
  }
}
