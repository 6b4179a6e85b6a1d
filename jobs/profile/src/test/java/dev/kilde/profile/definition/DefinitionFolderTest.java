package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.segment.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionFolderTest {

  private static final String EMPTY_ID = " is empty, not text; give it a value";

  private static final String EMPTY_CART = "{ cart: { empty: true } }";
  private static final String NO_WHERE =
      " has no where; add it, such as where: { contact: { field: country } }";

  @TempDir private Path folder;

  @Test
  void anEmptyFolderDefinesNothingAndTheDefaultsHold() {
    assertThat(DefinitionFolder.read(folder))
        .isEqualTo(new FolderReading.Valid(Definitions.DEFAULT, List.of(), 0));
  }

  @Test
  void whatIsJudgedByIsReadAndTheOthersNoticed() throws IOException {
    write("limits.yaml", "currency: SEK");
    write("scoring.yaml", "leadScore: { halfLife: 7d }");
    write("identity.yaml", "limits: { deviceId: none }");
    write("loyalty.yaml", "");
    write("segments/lapsed.yaml", "segment: lapsed\nversion: 3\nwhere: " + EMPTY_CART);
    write("flows/cart.yaml", "flow: abandoned-cart-2\nversion: 1");
    write("README.md", "not: [yaml");
    write(".git/config.yaml", "hidden: [");
    write("segments/.draft.yaml", "hidden: [");

    FolderReading reading = DefinitionFolder.read(folder);

    assertThat(reading).isInstanceOf(FolderReading.Valid.class);
    Definitions definitions = ((FolderReading.Valid) reading).definitions();
    assertThat(definitions.limits().currency()).isEqualTo("SEK");
    assertThat(definitions.identity().limits()).doesNotContainKey(IdentifierKind.DEVICE_ID);
    assertThat(definitions.segments().inOrder())
        .singleElement()
        .extracting(Segment::id, Segment::version, Segment::name)
        .containsExactly("lapsed", 3, "lapsed");
    assertThat(((FolderReading.Valid) reading).files()).isEqualTo(6);
    assertThat(reading.notices().stream().map(Notice::toString))
        .containsExactly(
            "flows/cart.yaml: read, not evaluated by this version",
            "loyalty.yaml: read, not evaluated by this version");
    assertThat(definitions.texts())
        .extracting(DefinitionText::file)
        .containsExactlyInAnyOrder("scoring.yaml", "segments/lapsed.yaml");
  }

  @Test
  void anEmptyIdentityFileIsWhatIsBuiltInAndNotNoticed() throws IOException {
    write("identity.yaml", "# later");

    assertThat(DefinitionFolder.read(folder))
        .isEqualTo(new FolderReading.Valid(Definitions.DEFAULT, List.of(), 1));
  }

  @Test
  void problemsOfAllFilesComeSortedByFileAndPosition() throws IOException {
    write("segments/b.yaml", "segment: b\nversion: 0");
    write("segments/a.yaml", "version: one\nsegment: Lapsed Buyers");
    write("limits.yaml", "quiethours: {}\ncurrency: kroner");

    assertThat(problems(folder))
        .containsExactly(
            "limits.yaml:1:1: unknown key quiethours; did you mean quietHours?",
            "limits.yaml:2:11: currency cannot be \"kroner\"; write the three letters of ISO 4217,"
                + " such as DKK",
            "segments/a.yaml:1:1: the file" + NO_WHERE,
            "segments/a.yaml:1:10: version is \"one\", not a whole number; write digits, such as 1",
            "segments/a.yaml:2:10: the id \"Lapsed Buyers\" is not lower-case letters and digits"
                + " joined by -; did you mean lapsed-buyers?",
            "segments/b.yaml:1:1: the file" + NO_WHERE,
            "segments/b.yaml:2:10: version is 0; it may be from 1 to 999999999");
  }

  @Test
  void kindsKeptAsPeopleAreCountedNoLongerThanPeopleAreKept() throws IOException {
    write("limits.yaml", "currency: DKK\nretention: { behaviour: 60d, purchases: 30d }");
    write(
        "identity.yaml",
        """
        limits:
          email: { atMost: 5, within: 61d }
          phone: { atMost: 5, within: 60d }
          loyaltyNumber: none
          deviceId: { atMost: 5, within: 90d }
        """);

    assertThat(problems(folder))
        .containsExactly(
            "identity.yaml:2:10: email counts people over 61d, but is kept as people are, for 60d"
                + " only; shorten within, or lengthen retention in limits.yaml",
            "limits.yaml:2:12: people are kept for 60d only, but the limits built in count them"
                + " over more: cardToken over 90d; lengthen it, or give limits of identity.yaml a"
                + " shorter within");
  }

  @Test
  void theLimitsBuiltInAreHeldAgainstTheRetentionOfPeople() throws IOException {
    write("limits.yaml", "retention: { behaviour: 10d, purchases: 30d }");

    assertThat(problems(folder))
        .containsExactly(
            "limits.yaml:1:12: people are kept for 30d only, but the limits built in count them"
                + " over more: email over 90d, phone over 90d, loyaltyNumber over 90d, cardToken"
                + " over 90d; lengthen it, or give limits of identity.yaml a shorter within");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { behaviour: 20d, purchases: 90d } | {}
          { behaviour: 90d, purchases: 20d } | {}
          { behaviour: 20d }                 | {}
          { purchases: 20d }                 | {}
          { behaviour: 1d, purchases: 1d }   | { limits: { email: none, phone: none, \
          loyaltyNumber: none, cardToken: none } }
          { behaviour: 1d, purchases: 1d }   | { retention: { email: 90d, phone: 90d, \
          loyaltyNumber: 90d, cardToken: 90d } }
          """)
  void whatIsCountedNoLongerThanItIsKeptIsRight(String retention, String identity)
      throws IOException {
    write("limits.yaml", "retention: " + retention);
    write("identity.yaml", identity);

    assertThat(DefinitionFolder.read(folder)).isInstanceOf(FolderReading.Valid.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limits: { email: some } | identity.yaml:1:18
          limits: {               | identity.yaml:1:10
          """)
  void aFileWithProblemsIsNotHeldAgainstTheOther(String identity, String place) throws IOException {
    write("limits.yaml", "retention: { behaviour: 10d, purchases: 30d }");
    write("identity.yaml", identity);

    assertThat(problems(folder)).singleElement().asString().startsWith(place);
  }

  @Test
  void problemsElsewhereHideNothingOfTheTwo() throws IOException {
    write("limits.yaml", "retention: { behaviour: 10d, purchases: 30d }");
    write("segments/a.yaml", "");

    assertThat(problems(folder)).hasSize(2);
  }

  static Stream<Arguments> heads() {
    return Stream.of(
        arguments(
            "segments/a.yaml",
            "",
            "1:1: the file is empty; write a definition, or delete the file"),
        arguments(
            "flows/a.yaml",
            "# later",
            "1:1: the file is empty; write a definition, or delete the file"),
        arguments(
            "segments/a.yaml",
            "- segment: a",
            "1:1: the file is a list, not a segment; indent its keys below it, such as segment:"
                + " ..."),
        arguments(
            "scoring.yaml",
            "7d",
            "1:1: the file is \"7d\", not scoring; indent its keys below it, such as leadScore:"
                + " ..."),
        arguments(
            "segments/a.yaml",
            "version: 1\nwhere: " + EMPTY_CART,
            "1:1: the file has no segment; add it, such as segment: my-segment"),
        arguments(
            "flows/a.yaml", "flow: a", "1:1: the file has no version; add it, such as version: 1"),
        arguments("flows/a.yaml", "flow:\nversion: 1", "1:6: flow" + EMPTY_ID),
        arguments("flows/a.yaml", "flow: ''\nversion: 1", "1:7: flow" + EMPTY_ID),
        arguments(
            "flows/a.yaml",
            "flow: abandonedCart\nversion: 1",
            "1:7: the id \"abandonedCart\" is not lower-case letters and digits joined by -; did"
                + " you mean abandoned-cart?"),
        arguments(
            "flows/a.yaml",
            "flow: a\nversion: \"1\"",
            "2:10: version is \"1\", not a whole number; remove the quotes"),
        arguments(
            "segments/a.yaml",
            "segment: a\nversion: 1\nwhere: { all: [ }",
            "3:17: not YAML: expected the node content, but found '}'; check indentation, quotes,"
                + " brackets and colons here and on the line before"));
  }

  @ParameterizedTest
  @MethodSource("heads")
  void whatEveryDefinitionMustHaveIsChecked(String file, String yaml, String expected)
      throws IOException {
    write(file, yaml);

    assertThat(problems(folder)).containsExactly(file + ":" + expected);
  }

  @Test
  void anIdStandsOnceAmongSegmentsAndOnceAmongFlows() throws IOException {
    write("segments/a.yaml", "segment: winback\nversion: 1\nwhere: " + EMPTY_CART);
    write("segments/b.yaml", "# again\nsegment: winback\nversion: 2\nwhere: " + EMPTY_CART);
    write("flows/a.yaml", "flow: winback\nversion: 1");

    assertThat(problems(folder))
        .containsExactly(
            "segments/b.yaml:2:1: segment winback is also defined in segments/a.yaml; give one of"
                + " the two another id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
              limits.yml              | rename it to limits.yaml
              segments/lapsed.yml     | rename it to segments/lapsed.yaml
              segments/lapsed.YAML    | rename it to segments/lapsed.yaml
              limit.yaml              | did you mean limits.yaml?
              Limits.yaml             | did you mean limits.yaml?
              conf/limits.yml         | did you mean limits.yaml?
              segment/lapsed.yaml     | did you mean segments/lapsed.yaml?
              Flows/cart.yaml         | did you mean flows/cart.yaml?
              segments/old/lapsed.yml | did you mean segments/lapsed.yaml?
              lapsed-buyers.yaml      | segments belong into segments/, flows into flows/, the rest into \
          limits.yaml, scoring.yaml, identity.yaml, loyalty.yaml
          """)
  void aYamlFileInNoKnownPlaceIsToldTheNearest(String file, String remedy) throws IOException {
    write(file, "segment: lapsed\nversion: 1");

    assertThat(problems(folder))
        .containsExactly(file + ":1:1: no definitions are looked for here; " + remedy);
  }

  @Test
  void aMissingFolderAndAFileInPlaceOfAFolderAreProblems() throws IOException {
    Path missing = folder.resolve("missing");
    Path file = Files.writeString(folder.resolve("limits.yaml"), "");

    assertThat(problems(missing)).containsExactly(missing + ": no such folder; check the path");
    assertThat(problems(file))
        .containsExactly(
            file + ": not a folder; give the folder that holds limits.yaml, segments/, flows/");
  }

  @Test
  void aFolderNamedAsAFileAndALinkToNothingAreProblems() throws IOException {
    Files.createDirectory(folder.resolve("limits.yaml"));
    Files.createSymbolicLink(folder.resolve("scoring.yaml"), folder.resolve("gone"));

    assertThat(problems(folder))
        .containsExactly(
            "limits.yaml: a folder, not a file; rename the folder",
            "scoring.yaml: a link to nothing; make it a file this user may read, or delete it");
  }

  @Test
  void linksAreFollowedAsInAMountedConfigMapAndLoopsEnd() throws IOException {
    write("..data/limits.yaml", "currency: NOK");
    Files.createSymbolicLink(folder.resolve("limits.yaml"), folder.resolve("..data/limits.yaml"));
    assertThat(DefinitionFolder.read(folder)).isInstanceOf(FolderReading.Valid.class);

    Files.createSymbolicLink(folder.resolve("segments"), folder);
    assertThat(problems(folder))
        .containsExactly(
            "segments: cannot be read (FileSystemLoopException); make it a file this user may read,"
                + " or delete it");
  }

  @Test
  void aNameThatWouldBreakTheLineIsShownWithoutIt() throws IOException {
    write("li\nmits.yaml", "");

    assertThat(problems(folder)).singleElement().asString().startsWith("li?mits.yaml:1:1: ");
  }

  private void write(String file, String yaml) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, yaml);
  }

  private static List<String> problems(Path folder) {
    FolderReading reading = DefinitionFolder.read(folder);
    assertThat(reading).isInstanceOf(FolderReading.Invalid.class);
    return ((FolderReading.Invalid) reading).problems().stream().map(Problem::toString).toList();
  }
}
