package dev.kilde.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.options.InvalidOptionsException;
import dev.kilde.options.JobOption;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ClockOptionsTest {

  private static final Path ROOT = Path.of("../..");

  @Test
  void everyOptionStandsInTheReferenceWithItsDefault() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (JobOption option : ClockOption.values()) {
      expected.put(option.key(), option.usual().orElse("localhost:9092"));
    }
    Properties reference = new Properties();
    try (Reader in = Files.newBufferedReader(ROOT.resolve(ClockOption.REFERENCE))) {
      reference.load(in);
    }
    assertThat(new TreeMap<>(reference)).isEqualTo(expected);
  }

  @Test
  void theReferenceIsTheDefaults() throws Exception {
    ClockOptions minimal = parse("--config", ROOT + "/flink-conf/clock-minimal.properties");
    assertThat(parse("--config", ROOT.resolve(ClockOption.REFERENCE).toString()))
        .isEqualTo(minimal);
    assertThat(minimal.interval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(minimal.partitionsRefresh()).isEqualTo(Duration.ofSeconds(60));
    assertThat(minimal.checkpointInterval()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                ClockOptions.parse(
                    new String[] {"--tick.interval", "0s"},
                    Map.of("KILDE_CLOCK_CHECKPOINT_INTERVAL", "often")))
        .isInstanceOf(InvalidOptionsException.class)
        .hasMessageContaining("kafka.bootstrap-servers must be given")
        .hasMessageContaining("tick.interval must be a duration")
        .hasMessageContaining("checkpoint.interval must be a duration")
        .hasMessageContaining(ClockOption.REFERENCE);
  }

  private static ClockOptions parse(String... arguments) throws InvalidOptionsException {
    return ClockOptions.parse(arguments, Map.of());
  }
}
