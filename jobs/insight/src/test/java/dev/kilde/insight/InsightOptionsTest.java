package dev.kilde.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.connectors.kafka.Delivery;
import dev.kilde.connectors.kafka.KafkaConnection;
import dev.kilde.core.definition.Limits;
import dev.kilde.options.InvalidOptionsException;
import dev.kilde.options.JobOption;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightOptionsTest {

  private static final Path ROOT = Path.of("../..");

  @TempDir Path folder;

  @Test
  void everyOptionStandsInTheReferenceWithItsDefault() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (JobOption option : InsightOption.values()) {
      expected.put(option.key(), option.usual().orElse("localhost:9092"));
    }
    Properties reference = new Properties();
    try (Reader in = Files.newBufferedReader(ROOT.resolve(InsightOption.REFERENCE))) {
      reference.load(in);
    }
    assertThat(new TreeMap<>(reference)).isEqualTo(expected);
  }

  @Test
  void everyOptionOfTheReferenceIsExplainedAboveIt() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve(InsightOption.REFERENCE));
    for (int at = 0; at < lines.size(); at++) {
      if (!lines.get(at).isBlank() && !lines.get(at).startsWith("#")) {
        assertThat(lines.get(at - 1)).as(lines.get(at)).startsWith("#");
      }
    }
  }

  @Test
  void theReferenceIsTheDefaults() throws Exception {
    InsightOptions minimal = parse("--config", ROOT + "/flink-conf/insight-minimal.properties");
    assertThat(parse("--config", ROOT.resolve(InsightOption.REFERENCE).toString()))
        .isEqualTo(minimal);
    assertThat(minimal)
        .isEqualTo(
            new InsightOptions(
                new KafkaConnection("localhost:9092", "", Map.of()),
                "kilde-insight",
                Delivery.EXACTLY_ONCE,
                "kilde-insight",
                new TenantZones(ZoneId.of("Europe/Copenhagen"), Map.of()),
                Duration.ofMinutes(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10)));
  }

  @Test
  void theUsualZoneIsThatOfTheLimits() throws Exception {
    assertThat(parse("--kafka.bootstrap-servers", "b:1").zones().usual())
        .isEqualTo(Limits.DEFAULT.timeZone());
  }

  @Test
  void everyOptionArrivesWhereItBelongs() throws Exception {
    Path client = Files.writeString(folder.resolve("client"), "security.protocol = SASL_SSL\n");
    assertThat(
            parse(
                ("--kafka.bootstrap-servers b:1 --kafka.topic-prefix p. --kafka.group-id g"
                        + " --kafka.config-file "
                        + client
                        + " --kafka.delivery at-least-once --kafka.transactional-id-prefix t"
                        + " --time.zone Europe/London --time.zones a=Asia/Tokyo,b=UTC"
                        + " --time.out-of-orderness 1s --time.idleness 2s --models.settle 3s"
                        + " --checkpoint.interval 4s")
                    .split(" ")))
        .isEqualTo(
            new InsightOptions(
                new KafkaConnection("b:1", "p.", Map.of("security.protocol", "SASL_SSL")),
                "g",
                Delivery.AT_LEAST_ONCE,
                "t",
                new TenantZones(
                    ZoneId.of("Europe/London"),
                    Map.of("a", ZoneId.of("Asia/Tokyo"), "b", ZoneId.of("UTC"))),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4)));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                InsightOptions.parse(
                    new String[] {"--time.zone", "Copenhagen", "--kafka.start", "earliest"},
                    Map.of("KILDE_INSIGHT_MODELS_SETTLE", "soon")))
        .isInstanceOf(InvalidOptionsException.class)
        .hasMessageContaining("kafka.bootstrap-servers must be given")
        .hasMessageContaining("'Copenhagen' is no time zone")
        .hasMessageContaining("kafka.start on the command line is no option")
        .hasMessageContaining("models.settle must be a duration")
        .hasMessageContaining(InsightOption.REFERENCE);
  }

  private static InsightOptions parse(String... arguments) throws InvalidOptionsException {
    return InsightOptions.parse(arguments, Map.of());
  }
}
