package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonSchemasTest {

  private static final Path SHIPPED = Path.of("../../flink-conf/definitions/schema");

  @Test
  void thoseOfTheLibraryAreThoseOfTheReader() throws IOException {
    for (Map.Entry<String, String> schema : JsonSchemas.all().entrySet()) {
      assertThat(Files.readString(SHIPPED.resolve(schema.getKey())))
          .as("written anew by: ./kilde check --schema flink-conf/definitions")
          .isEqualTo(schema.getValue());
    }
  }

  @Test
  void theyAreWrittenIntoAFolderOfTheirOwn(@TempDir Path folder) throws IOException {
    assertThat(JsonSchemas.write(folder))
        .containsExactly(
            folder.resolve("schema/scoring.schema.json"),
            folder.resolve("schema/segment.schema.json"));

    assertThat(folder.resolve("schema/segment.schema.json"))
        .content()
        .isEqualTo(JsonSchemas.all().get("segment.schema.json"));
    assertThat(DefinitionFolder.read(folder)).isInstanceOf(FolderReading.Valid.class);
  }
}
