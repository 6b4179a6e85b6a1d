package dev.kilde.schemas.golden;

import dev.kilde.schemas.GeneratedRecords;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.wire.WireForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Writes the golden files of a version that is about to be released; once. */
public final class GoldenFiles {

  static final Path ROOT = Path.of("src/test/resources/golden");

  private GoldenFiles() {}

  /** Takes the version's folder, for example {@code schemas/src/test/resources/golden/v2}. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1 || !args[0].matches(".*golden/v[1-9][0-9]*")) {
      throw new IllegalArgumentException(
          "give the folder to write, for example schemas/" + ROOT + "/v2");
    }
    write(Path.of(args[0]), GeneratedRecords.schemas().toList());
  }

  /** Refuses to touch a folder that is there: what was released does not change any more. */
  static void write(Path folder, List<Schema> schemas) throws IOException {
    if (Files.exists(folder)) {
      throw new IllegalStateException(
          folder + " is there already: a released version is never written again, take the next");
    }
    Files.createDirectories(folder);
    for (Schema schema : schemas) {
      SpecificRecord record = GeneratedRecords.full(schema);
      String json = new String(new JsonForm().write(record), StandardCharsets.UTF_8);
      Files.writeString(folder.resolve(schema.getName() + ".json"), json + "\n");
      Files.write(folder.resolve(schema.getName() + ".avro"), new WireForm().encode(record));
      Files.writeString(folder.resolve(schema.getName() + ".avsc"), schema.toString(true) + "\n");
    }
  }
}
