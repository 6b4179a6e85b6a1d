package dev.kilde.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine check =
      new CommandLine(new CheckCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @TempDir private Path folder;

  @Test
  void whatIsRightIsASummaryAndExitCodeZero() throws IOException {
    Files.writeString(folder.resolve("limits.yaml"), "currency: SEK");
    Files.writeString(folder.resolve("loyalty.yaml"), "");

    assertThat(check.execute(folder.toString())).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "loyalty.yaml: read, not evaluated by this version", folder + ": 2 files, no problems");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatIsWrongIsALineEachAndExitCodeOne() throws IOException {
    Files.writeString(folder.resolve("limits.yaml"), "currency: SEK\nquiethours: {}");

    assertThat(check.execute(folder.toString())).isEqualTo(1);

    assertThat(err.toString().lines())
        .containsExactly(
            "limits.yaml:2:1: unknown key quiethours; did you mean quietHours?",
            folder + ": 1 problem");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aMissingFolderIsOneLineAndExitCodeOne() {
    Path missing = folder.resolve("missing");

    assertThat(check.execute(missing.toString())).isEqualTo(1);

    assertThat(err.toString().lines().findFirst())
        .contains(missing + ": no such folder; check the path");
  }

  @Test
  void schemasAreWrittenWhereThatIsAskedFor() throws IOException {
    Files.writeString(folder.resolve("limits.yaml"), "currency: SEK");

    assertThat(check.execute("--schema", folder.toString())).isZero();

    Path schema = folder.resolve("schema/segment.schema.json");
    assertThat(out.toString().lines())
        .containsExactly(
            folder + ": 1 file, no problems",
            folder.resolve("schema/scoring.schema.json") + ": written",
            schema + ": written");
    assertThat(schema).content().contains("\"A segment of Kilde\"");
  }

  @Test
  void noSchemaIsWrittenIntoAFolderThatIsMissingOrInPlaceOfAFile() throws IOException {
    Path missing = folder.resolve("missing");
    Files.writeString(folder.resolve("schema"), "");

    assertThat(check.execute("--schema", missing.toString())).isEqualTo(1);
    assertThat(missing).doesNotExist();

    assertThat(check.execute("--schema", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains(folder + ": no schema can be written here: ");
  }
}
