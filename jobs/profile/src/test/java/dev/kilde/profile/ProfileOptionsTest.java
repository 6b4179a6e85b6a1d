package dev.kilde.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.connectors.kafka.Delivery;
import dev.kilde.connectors.kafka.KafkaInputs;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.person.EventCap;
import dev.kilde.options.InvalidOptionsException;
import dev.kilde.options.JobOption;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileOptionsTest {

  private static final Path CONF = Path.of("../../flink-conf");

  @TempDir Path folder;

  @Test
  void everyOptionStandsInTheReferenceWithItsDefault() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (JobOption option : ProfileOption.values()) {
      expected.put(option.key(), option.usual().orElse("localhost:9092"));
    }
    Properties reference = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of("../..").resolve(ProfileOption.REFERENCE))) {
      reference.load(in);
    }
    assertThat(new TreeMap<>(reference)).isEqualTo(expected);
  }

  @Test
  void theReferenceIsTheDefaults() throws Exception {
    ProfileOptions minimal = parse(Map.of(), "--config", CONF + "/profile-minimal.properties");
    assertThat(parse(Map.of(), "--config", CONF + "/profile-reference.properties"))
        .isEqualTo(minimal);
    assertThat(parse(Map.of(), "--kafka.bootstrap-servers", "localhost:9092")).isEqualTo(minimal);
    assertThat(minimal.start()).isEqualTo(KafkaInputs.Start.COMMITTED);
    assertThat(minimal.delivery()).isEqualTo(Delivery.EXACTLY_ONCE);
    assertThat(minimal.time().outOfOrderness()).isEqualTo(Duration.ofSeconds(10));
    assertThat(minimal.settings().retention().behaviour()).isEqualTo(Duration.ofDays(400));
    assertThat(minimal.settings().retention().purchases()).isEqualTo(Duration.ofDays(1825));
    assertThat(minimal.settings().identity()).isEqualTo(IdentityRules.DEFAULT);
    assertThat(minimal.settings().country()).isEqualTo("DK");
    assertThat(minimal.settings().rates()).isEmpty();
    assertThat(minimal.settings().mostEvents()).isEqualTo(EventCap.DEFAULT.most());
    assertThat(minimal.settings().mostLinks()).isEqualTo(ProfileSettings.DEFAULT_MOST_LINKS);
    assertThat(minimal.settings().hot()).isEqualTo(ProfileSettings.DEFAULT_HOT);
    assertThat(minimal.settings().asOf()).isNull();
    assertThat(minimal.registry()).isNull();
  }

  @Test
  void everyOptionArrivesWhereItBelongs() throws Exception {
    Path client = Files.writeString(folder.resolve("client"), "security.protocol = SASL_SSL\n");
    Path header = Files.writeString(folder.resolve("header"), "Basic abc\n");
    Path definitions = Files.createDirectory(folder.resolve("definitions"));
    Files.writeString(
        definitions.resolve("limits.yaml"), "defaultCountry: SE\nrates: { USD: 6.9 }\n");
    Files.writeString(definitions.resolve("identity.yaml"), "trust: { deviceId: verified }\n");
    ProfileOptions options =
        parse(
            Map.of(),
            ("--kafka.bootstrap-servers b:1 --kafka.topic-prefix p. --kafka.group-id g"
                    + " --kafka.start earliest --kafka.config-file "
                    + client
                    + " --kafka.delivery at-least-once --kafka.transactional-id-prefix t"
                    + " --schema-registry.url http://r:1 --schema-registry.authorization-file "
                    + header
                    + " --time.from events --time.out-of-orderness 1s --time.idleness 2s"
                    + " --time.max-drift 3s --document.coalescing 4s --retention.behaviour 5d"
                    + " --retention.purchases 6d --person.hot 7 --checkpoint.interval 8s"
                    + " --person.most-events 900 --identity.most-links 1000 --definitions.folder "
                    + definitions)
                .split(" "));
    assertThat(options.kafka().bootstrapServers()).isEqualTo("b:1");
    assertThat(options.kafka().topicPrefix()).isEqualTo("p.");
    assertThat(options.kafka().clientProperties()).containsEntry("security.protocol", "SASL_SSL");
    assertThat(options.groupId()).isEqualTo("g");
    assertThat(options.start()).isEqualTo(KafkaInputs.Start.EARLIEST);
    assertThat(options.delivery()).isEqualTo(Delivery.AT_LEAST_ONCE);
    assertThat(options.transactionalIdPrefix()).isEqualTo("t");
    assertThat(options.registry()).hasToString("schema registry at http://r:1");
    assertThat(options.registry().authorization()).isEqualTo("Basic abc");
    assertThat(options.time())
        .isEqualTo(
            new ProfileOptions.Time(
                ProfileOptions.TimeFrom.EVENTS,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3)));
    assertThat(options.settings().coalescing()).isEqualTo(Duration.ofSeconds(4));
    assertThat(options.settings().retention().behaviour()).isEqualTo(Duration.ofDays(5));
    assertThat(options.settings().retention().purchases()).isEqualTo(Duration.ofDays(6));
    assertThat(options.settings().hot()).isEqualTo(7);
    assertThat(options.settings().mostEvents()).isEqualTo(900);
    assertThat(options.settings().mostLinks()).isEqualTo(1000);
    assertThat(options.settings().country()).isEqualTo("SE");
    assertThat(options.settings().rates()).isEqualTo(Map.of("USD", new BigDecimal("6.9")));
    assertThat(options.settings().identity().leastTrust())
        .isEqualTo(Map.of(IdentifierKind.DEVICE_ID, Trust.VERIFIED));
    assertThat(options.checkpointInterval()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                parse(
                    Map.of("KILDE_PROFILE_PERSON_HOT", "-1"),
                    "--kafka.delivery",
                    "perhaps",
                    "--time.max-drift",
                    "soon",
                    "--schema-registry.url",
                    "not a url",
                    "--schema-registry.authorization-file",
                    "/nowhere",
                    "--kafka.gruop-id",
                    "g"))
        .isInstanceOf(InvalidOptionsException.class)
        .hasMessageContaining("kafka.bootstrap-servers must be given")
        .hasMessageContaining("kafka.delivery must be one of exactly-once, at-least-once")
        .hasMessageContaining("time.max-drift must be a duration")
        .hasMessageContaining("schema-registry.url")
        .hasMessageContaining("schema-registry.authorization-file cannot be read")
        .hasMessageContaining("person.hot must be a whole number from 0")
        .hasMessageContaining("kafka.gruop-id on the command line is no option")
        .hasMessageContaining(ProfileOption.REFERENCE);
  }

  @Test
  void retentionOfTheFolderOutweighsTheOptionsPartByPart() throws Exception {
    Files.writeString(folder.resolve("limits.yaml"), "retention: { behaviour: 30d }\n");
    Retention retention =
        parse(
                Map.of(),
                ("--kafka.bootstrap-servers b:1 --retention.behaviour 5d --retention.purchases 6d"
                        + " --definitions.folder "
                        + folder)
                    .split(" "))
            .settings()
            .retention();
    assertThat(retention).isEqualTo(new Retention(Duration.ofDays(30), Duration.ofDays(6)));
  }

  @Test
  void everyMistakeInTheFolderIsAnOptionError() throws Exception {
    Files.writeString(folder.resolve("limits.yaml"), "defaultCountry: Sweden\n");
    Files.writeString(folder.resolve("identity.yaml"), "\norder: [email]\n");
    assertThatThrownBy(
            () ->
                parse(
                    Map.of("KILDE_PROFILE_DEFINITIONS_FOLDER", folder.toString()),
                    "--kafka.delivery",
                    "perhaps"))
        .isInstanceOf(InvalidOptionsException.class)
        .hasMessageContaining("kafka.bootstrap-servers must be given")
        .hasMessageContaining("kafka.delivery must be one of")
        .hasMessageContaining("definitions.folder holds a mistake: identity.yaml:2:")
        .hasMessageContaining("definitions.folder holds a mistake: limits.yaml:1:");
  }

  @Test
  void aFolderThatIsMissingIsAnOptionError() {
    assertThatThrownBy(() -> parse(Map.of(), "--definitions.folder", "/nowhere"))
        .isInstanceOf(InvalidOptionsException.class)
        .hasMessageContaining("definitions.folder holds a mistake: ")
        .hasMessageContaining("/nowhere");
  }

  @Test
  void capsThatKeepNextToNothingAreRefused() {
    assertThatThrownBy(
            () -> parse(Map.of(), "--person.most-events", "99", "--identity.most-links", "0"))
        .isInstanceOf(InvalidOptionsException.class)
        .hasMessageContaining("person.most-events must be a whole number from 100")
        .hasMessageContaining("identity.most-links must be a whole number from 100");
  }

  @Test
  void variablesAreDistinct() {
    assertThat(
            Arrays.stream(ProfileOption.values())
                .map(option -> option.variable(ProfileOption.VARIABLE_PREFIX)))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("KILDE_PROFILE_[A-Z_]+"));
  }

  private static ProfileOptions parse(Map<String, String> environment, String... arguments)
      throws InvalidOptionsException {
    return ProfileOptions.parse(arguments, environment);
  }
}
