package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Catalogue;
import dev.kilde.core.segment.SegmentShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference in {@code docs/definitions.md} is what the reader reads. */
class ReferenceTest {

  private static final Path PAGE = Path.of("../../docs/definitions.md");
  private static final String WRITE = "kilde.docs";

  @Test
  void thePageSaysOfSegmentsWhatTheReaderReads() throws IOException {
    says("segment", Reference.ofFile(SegmentShape.SHAPE));
  }

  @Test
  void thePageSaysOfConditionsWhatTheReaderReads() throws IOException {
    says("conditions", Reference.ofKinds(Catalogue.CONDITIONS));
  }

  /** Between two comments; written where that was asked for. */
  private static void says(String part, String reference) throws IOException {
    String begin = "<!-- generated: " + part + " -->\n";
    String end = "<!-- end of " + part + " -->\n";
    String page = Files.readString(PAGE);
    assertThat(page).containsSubsequence(begin, end);
    int from = page.indexOf(begin) + begin.length();
    int to = page.indexOf(end);
    if (System.getProperty(WRITE) != null) {
      Files.writeString(PAGE, page.substring(0, from) + "\n" + reference + page.substring(to));
      return;
    }
    assertThat(page.substring(from, to))
        .as(
            "written anew by: mvn test -pl jobs/profile -am -Dtest=ReferenceTest -D%s"
                + " -Dsurefire.failIfNoSpecifiedTests=false",
            WRITE)
        .isEqualTo("\n" + reference);
  }
}
