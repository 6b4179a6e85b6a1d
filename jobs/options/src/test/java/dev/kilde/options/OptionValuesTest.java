package dev.kilde.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionValuesTest {

  private record Named(String key, Optional<String> usual) implements JobOption {}

  private enum Way {
    AT_ONCE,
    LATER
  }

  private static final JobOption NAME = new Named("sink.name", Optional.empty());
  private static final JobOption NOTE = new Named("sink.note", Optional.of(""));
  private static final JobOption SPAN = new Named("sink.the-span", Optional.of("10s"));

  @TempDir Path folder;

  @Test
  void anArgumentOutweighsTheEnvironmentAndTheEnvironmentTheFile() throws IOException {
    String file = file("sink.name = file\nsink.note = file\nsink.the-span = 1s\n");
    OptionValues values =
        values(
            Map.of("X_SINK_NAME", "environment", "X_SINK_NOTE", " environment "),
            "--sink.name",
            "argument",
            "--config",
            file);
    assertThat(values.text(NAME)).isEqualTo("argument");
    assertThat(values.text(NOTE)).isEqualTo("environment");
    assertThat(values.duration(SPAN)).isEqualTo(Duration.ofSeconds(1));
    assertThat(values.errors()).isEmpty();
  }

  @Test
  void withoutAValueTheDefaultCountsAndWhatHasNoneMustBeGiven() {
    OptionValues values = values(Map.of());
    assertThat(values.duration(SPAN)).isEqualTo(Duration.ofSeconds(10));
    assertThat(values.optional(NOTE)).isEmpty();
    assertThat(values.errors()).isEmpty();
    values.text(NAME);
    assertThat(values.errors()).containsExactly("sink.name must be given");
  }

  @Test
  void anEmptyValueOfWhatMustBeGivenIsNone() {
    OptionValues values = values(Map.of(), "--sink.name", " ");
    values.text(NAME);
    assertThat(values.errors()).containsExactly("sink.name must be given");
  }

  @Test
  void unknownOptionsAreToldWithTheirPlace() throws IOException {
    String file = file("sink.nmae = x\n");
    OptionValues values = values(Map.of("X_SINK_NMAE", "x"), "--config", file, "--sink.x", "y");
    assertThat(values.errors())
        .containsExactlyInAnyOrder(
            "sink.nmae in " + file + " is no option of this job",
            "sink.x on the command line is no option of this job");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sink.name x", "--sink.name", "-sink.name x"})
  void argumentsInAnotherFormAreTold(String arguments) {
    assertThat(values(Map.of(), arguments.split(" ", -1)).errors())
        .hasSize(1)
        .first()
        .asString()
        .contains("options are written --key value");
  }

  @Test
  void aFileThatCannotBeReadIsTold() throws IOException {
    assertThat(values(Map.of(), "--config", "/nowhere").errors())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("the file /nowhere cannot be read");
    assertThat(values(Map.of(), "--config", file("a = \\u12")).errors()).hasSize(1);
  }

  @Test
  void aListIsCutAtItsCommas() {
    OptionValues values = values(Map.of(), "--sink.note", " a, b ,,c ");
    assertThat(values.list(NOTE)).containsExactly("a", "b", "c");
    assertThat(values(Map.of()).list(NOTE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, true", "7, true", "10, true", "-1, false", "11, false", "x, false", "1.5, false"})
  void aNumberLiesWithinItsBounds(String given, boolean good) {
    OptionValues values = values(Map.of(), "--sink.note", given);
    long number = values.number(NOTE, 0, 10);
    assertThat(values.errors().isEmpty()).isEqualTo(good);
    assertThat(number).isEqualTo(good ? Long.parseLong(given) : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "-5s", "soon", "999999999999999d", "1us"})
  void aDurationIsAtLeastAMillisecond(String given) {
    OptionValues values = values(Map.of(), "--sink.the-span", given);
    values.duration(SPAN);
    assertThat(values.errors())
        .containsExactly(
            "sink.the-span must be a duration such as 500ms, 10s or 5m, not '" + given + "'");
  }

  @Test
  void aChoiceIsWrittenInLowerCaseWithHyphens() {
    OptionValues good = values(Map.of(), "--sink.note", "at-once");
    assertThat(good.choice(NOTE, Way.class)).isEqualTo(Way.AT_ONCE);
    assertThat(good.errors()).isEmpty();
    OptionValues bad = values(Map.of(), "--sink.note", "AT_ONCE");
    bad.choice(NOTE, Way.class);
    assertThat(bad.errors())
        .containsExactly("sink.note must be one of at-once, later, not 'AT_ONCE'");
  }

  @Test
  void whatRefusesToBeMadeIsAnErrorAmongTheOthers() {
    OptionValues values = values(Map.of());
    assertThat(values.<String>made("sink", () -> "x")).isEqualTo("x");
    assertThat(
            values.<String>made(
                "sink",
                () -> {
                  throw new IllegalArgumentException("no");
                }))
        .isNull();
    assertThat(values.errors()).containsExactly("sink: no");
  }

  @Test
  void theMessageHoldsAJobsErrorsAndWhereToReadOn() {
    assertThat(new InvalidOptionsException("sink", "sink.properties", List.of("a", "b")))
        .hasMessage(
            "The options of the sink job are not right:\n  a\n  b\n"
                + "All options are explained in sink.properties.");
  }

  private static OptionValues values(Map<String, String> environment, String... arguments) {
    return new OptionValues(List.of(NAME, NOTE, SPAN), "X_", arguments, environment);
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("options.properties"), text).toString();
  }
}
