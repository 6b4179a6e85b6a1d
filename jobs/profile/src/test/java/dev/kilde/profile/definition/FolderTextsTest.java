package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTextsTest {

  private static final String SEGMENT =
      "# Æ, and a CRLF\r\nsegment: lapsed\nversion: 3\nwhere: { any: [] }\n";
  private static final String FLOW = "flow: cart\nversion: 1";

  @TempDir private Path folder;

  @Test
  void textsAreWhatStandsInTheFilesWithIdAndVersionOfTheirHeads() throws IOException {
    write("segments/any-name.yaml", SEGMENT);
    write("flows/cart.yaml", FLOW);
    write("scoring.yaml", "");
    write("limits.yaml", "currency: SEK");

    FolderTexts read = FolderTexts.read(folder);

    assertThat(read.texts())
        .containsExactly(
            new DefinitionText("flows/cart.yaml", "flow", "cart", 1, FLOW),
            new DefinitionText("limits.yaml", "limits", "limits", null, "currency: SEK"),
            new DefinitionText("scoring.yaml", "scoring", "scoring", null, ""),
            new DefinitionText("segments/any-name.yaml", "segment", "lapsed", 3, SEGMENT));
    assertThat(read.unpublished()).isEmpty();
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void whatAJobReadsFromItsFolderOnlyIsNamed() throws IOException {
    write("identity.yaml", "");
    write("loyalty.yaml", "");

    FolderTexts read = FolderTexts.read(folder);

    assertThat(read.unpublished()).containsExactly("identity.yaml", "loyalty.yaml");
    assertThat(read.texts()).isEmpty();
  }

  @Test
  void aTextWithoutHeadIsAProblemAndNoText() throws IOException {
    write("segments/lapsed.yaml", "segment: lapsed");
    write("scoring.yaml", "\u0007");

    FolderTexts read = FolderTexts.read(folder);

    assertThat(read.texts()).isEmpty();
    assertThat(read.problems()).extracting(Problem::file).contains("segments/lapsed.yaml");
    assertThat(read.problems()).extracting(Problem::file).contains("scoring.yaml");
  }

  @Test
  void aMissingFolderIsAProblem() {
    assertThat(FolderTexts.read(folder.resolve("missing")).problems()).hasSize(1);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
