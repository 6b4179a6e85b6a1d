package dev.kilde.schemas.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.schemas.GeneratedRecords;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {

  private static final Map<String, Schema> CURRENT =
      GeneratedRecords.schemas().collect(Collectors.toMap(Schema::getName, Function.identity()));

  /** One record of one released version. */
  record Golden(String version, String record) {
    Path file(String extension) {
      return GoldenFiles.ROOT.resolve(version).resolve(record + extension);
    }

    Schema current() {
      return CURRENT.get(record);
    }

    Schema released() throws IOException {
      return new Schema.Parser().parse(Files.readString(file(".avsc")));
    }

    Topic topic() {
      return Stream.of(Topic.values())
          .filter(topic -> topic.schema().equals(current()))
          .findFirst()
          .orElse(Topic.TRACKING); // a tick stands on every topic
    }
  }

  static Stream<Golden> goldens() throws IOException {
    try (Stream<Path> files = Files.walk(GoldenFiles.ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".avsc"))
          .map(
              file ->
                  new Golden(
                      file.getParent().getFileName().toString(),
                      file.getFileName().toString().replace(".avsc", "")))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void everyReleasedMessageIsStillRead(Golden golden) throws Exception {
    SpecificRecord fromJson =
        new JsonForm().read(golden.current(), Files.readAllBytes(golden.file(".json")));
    byte[] message = Files.readAllBytes(golden.file(".avro"));

    assertThat(new WireForm().decode(golden.topic(), message)).isEqualTo(fromJson);
    if (fingerprint(golden.released()) == fingerprint(golden.current())) {
      assertThat(new WireForm().encode(fromJson)).isEqualTo(message);
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void oldAndNewReadEachOther(Golden golden) throws Exception {
    assertThat(compatibility(golden.current(), golden.released()))
        .as("the current reader of the released writer")
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    assertThat(compatibility(golden.released(), golden.current()))
        .as("the released reader of the current writer")
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }

  @Test
  void everyRecordThatTravelsHasGoldenFiles() throws Exception {
    assertThat(goldens().map(Golden::record).collect(Collectors.toSet()))
        .as("write the next version's golden files, see README.md")
        .containsAll(CURRENT.keySet());
  }

  @Test
  void theCurrentSchemasAreThoseOfAReleasedVersion() throws Exception {
    List<Long> released =
        goldens()
            .map(
                golden -> {
                  try {
                    return fingerprint(golden.released());
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                })
            .toList();
    assertThat(CURRENT.values())
        .as("a changed schema needs the next version's golden files, see README.md")
        .allSatisfy(schema -> assertThat(released).contains(fingerprint(schema)));
  }

  @Test
  void aReleasedVersionIsNeverWrittenAgain(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> GoldenFiles.write(folder, List.copyOf(CURRENT.values())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("never written again");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private static long fingerprint(Schema schema) {
    return SchemaNormalization.parsingFingerprint64(schema);
  }

  private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }
}
