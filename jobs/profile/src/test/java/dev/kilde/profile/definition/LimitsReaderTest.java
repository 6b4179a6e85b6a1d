package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kilde.core.definition.Cap;
import dev.kilde.core.definition.Limits;
import dev.kilde.core.definition.MessageClass;
import dev.kilde.core.definition.QuietHours;
import dev.kilde.core.definition.Retention;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.nodes.Node;

class LimitsReaderTest {

  @Test
  void everyKeyIsRead() {
    Limits limits =
        valid(
            """
            caps:
              - { channel: email, messageClass: marketing, atMost: 2, within: 30m }
              - { channel: any, messageClass: service, atMost: 0, within: 7d }
              - { atMost: 1, within: 24h }
            quietHours: { from: "21:00", to: 08:00 }
            timeZone: America/New_York
            defaultCountry: US
            currency: USD
            rates: { EUR: 1.08, DKK: 0.145, USD: 1 }
            retention: { behaviour: 400d, purchases: 1825d }
            """);

    assertThat(limits)
        .isEqualTo(
            new Limits(
                List.of(
                    new Cap("email", MessageClass.MARKETING, 2, Duration.ofMinutes(30)),
                    new Cap(null, MessageClass.SERVICE, 0, Duration.ofDays(7)),
                    new Cap(null, MessageClass.MARKETING, 1, Duration.ofHours(24))),
                new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)),
                ZoneId.of("America/New_York"),
                "US",
                "USD",
                Map.of(
                    "EUR", new BigDecimal("1.08"),
                    "DKK", new BigDecimal("0.145"),
                    "USD", BigDecimal.ONE),
                new Retention(Duration.ofDays(400), Duration.ofDays(1825))));
  }

  @Test
  void oneKeyLeavesTheOthersAsBuiltIn() {
    Limits limits = valid("defaultCountry: NO");

    assertThat(limits.defaultCountry()).isEqualTo("NO");
    assertThat(limits.caps()).isEqualTo(Limits.DEFAULT.caps());
    assertThat(limits.retention()).isNull();
  }

  @Test
  void noCapsIsNotTheSameAsNoneGiven() {
    assertThat(valid("caps: []").caps()).isEmpty();
  }

  @Test
  void retentionMaySetOnePartOnly() {
    assertThat(valid("retention: { purchases: 30d }").retention())
        .isEqualTo(new Retention(null, Duration.ofDays(30)));
    assertThat(valid("retention: {}").retention()).isNull();
  }

  @Test
  void theShippedFileSaysTheDefaultsAndItsExamplesAreRight() throws IOException {
    String shipped = Files.readString(Path.of("../../flink-conf/definitions/limits.yaml"));
    String withExamples =
        shipped
            .lines()
            .map(
                line ->
                    line.matches("# (quietHours|rates|retention): .*") ? line.substring(2) : line)
            .collect(Collectors.joining("\n"));

    assertThat(valid(shipped)).isEqualTo(Limits.DEFAULT);
    Limits examples = valid(withExamples);
    assertThat(examples.quietHours()).isNotNull();
    assertThat(examples.rates()).containsOnlyKeys("EUR", "USD");
    assertThat(examples.retention()).isEqualTo(Retention.DEFAULT);
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        // unknown keys
        arguments("quiethours: {}", "1:1: unknown key quiethours; did you mean quietHours?"),
        arguments("curency: DKK", "1:1: unknown key curency; did you mean currency?"),
        arguments("time_zone: UTC", "1:1: unknown key time_zone; did you mean timeZone?"),
        arguments(
            "banana: 1",
            "1:1: unknown key banana; known here: caps, quietHours, timeZone, defaultCountry,"
                + " currency, rates, retention"),
        arguments(
            "retention: { behavior: 400d }", "1:14: unknown key behavior; did you mean behaviour?"),
        // wrong types
        arguments(
            "- currency: DKK",
            "1:1: the file is a list, not a mapping; indent its keys below it, such as caps: ..."),
        arguments(
            "caps: 3",
            "1:7: caps is \"3\", not a list; begin each entry with \"- \" on a line of"
                + " its own"),
        arguments(
            "caps: [3]",
            "1:8: an entry of caps is \"3\", not a mapping; indent its keys below it, such as"
                + " channel: ..."),
        arguments(
            "caps:",
            "1:6: caps is empty, not a list; begin each entry with \"- \" on a line of its own"),
        arguments("currency: [DKK]", "1:11: currency is a list, not text; give it a value"),
        arguments("currency: ~", "1:11: currency is empty, not text; give it a value"),
        arguments("timeZone: \"\"", "1:11: timeZone is empty, not text; give it a value"),
        arguments(
            "caps: [{ atMost: \"1\", within: 24h }]",
            "1:18: atMost is \"1\", not a whole number; remove the quotes"),
        arguments(
            "caps: [{ atMost: one, within: 24h }]",
            "1:18: atMost is \"one\", not a whole number; write digits, such as 1"),
        arguments(
            "caps: [{ atMost: 1.5, within: 24h }]",
            "1:18: atMost is 1.5, not a whole number; write digits only, from 0 to 10000"),
        arguments(
            "caps: [{ atMost: 0x10, within: 24h }]",
            "1:18: atMost is 0x10, not a whole number; write digits only, from 0 to 10000"),
        arguments(
            "retention: { behaviour: { days: 400 } }",
            "1:25: behaviour is a mapping, not a duration; write it as 30m, 24h or 7d"),
        // missing
        arguments(
            "caps: [{ channel: sms }]",
            "1:8: an entry of caps has no atMost; add it, such as atMost: 1",
            "1:8: an entry of caps has no within; add it, such as within: 24h"),
        arguments(
            "quietHours: { from: \"21:00\" }",
            "1:13: quietHours has no to; add it, such as to: \"08:00\""),
        // out of range, or no such value
        arguments(
            "caps: [{ atMost: -1, within: 24h }]", "1:18: atMost is -1; it may be from 0 to 10000"),
        arguments(
            "caps: [{ atMost: 1, within: 0h }]", "1:29: within is 0h; it may be from 1m to 3650d"),
        arguments(
            "caps: [{ atMost: 1, within: 9999999d }]",
            "1:29: within is 9999999d; it may be from 1m to 3650d"),
        arguments(
            "caps: [{ channel: e-mial, atMost: 1, within: 24h }]",
            "1:19: channel cannot be \"e-mial\"; did you mean email?"),
        arguments(
            "caps: [{ channel: fax, atMost: 1, within: 24h }]",
            "1:19: channel cannot be \"fax\"; known here: any, email, push, sms"),
        arguments(
            "caps: [{ messageClass: transactional, atMost: 1, within: 24h }]",
            "1:24: transactional messages are never capped; remove this cap, or cap marketing"),
        arguments(
            "retention: { behaviour: 400 }",
            "1:25: behaviour is \"400\", not a duration; write it as 30m, 24h or 7d"),
        arguments(
            "retention: { behaviour: 400 days }",
            "1:25: behaviour is \"400 days\", not a duration; did you mean 400d?"),
        arguments(
            "retention: { purchases: 5y }",
            "1:25: purchases is \"5y\", not a duration; did you mean 1825d?"),
        arguments(
            "retention: { purchases: 6 months }",
            "1:25: purchases is \"6 months\", not a duration; months differ in length: write days,"
                + " such as 180d"),
        arguments(
            "retention: { behaviour: 12h }", "1:25: behaviour is 12h; it may be from 1d to 36500d"),
        arguments(
            "quietHours: { from: 9pm, to: 24:00 }",
            "1:21: from is \"9pm\", not a time of day; write hours and minutes from \"00:00\" to"
                + " \"23:59\"",
            "1:30: to is \"24:00\", not a time of day; write hours and minutes from \"00:00\" to"
                + " \"23:59\""),
        arguments(
            "quietHours: { from: \"08:00\", to: \"08:00\" }",
            "1:13: quietHours begin and end at 08:00; remove quietHours for none, or give them a"
                + " length"),
        arguments(
            "timeZone: Copenhagen",
            "1:11: timeZone cannot be \"Copenhagen\"; did you mean Europe/Copenhagen?"),
        arguments(
            "timeZone: europe/copenhagn",
            "1:11: timeZone cannot be \"europe/copenhagn\"; did you mean Europe/Copenhagen?"),
        arguments(
            "timeZone: +02:00",
            "1:11: timeZone cannot be \"+02:00\"; write a region of the IANA list, such as"
                + " Europe/Copenhagen"),
        arguments("defaultCountry: dk", "1:17: defaultCountry cannot be \"dk\"; did you mean DK?"),
        arguments(
            "defaultCountry: Denmark",
            "1:17: defaultCountry cannot be \"Denmark\"; did you mean DK?"),
        arguments(
            "defaultCountry: Atlantis",
            "1:17: defaultCountry cannot be \"Atlantis\"; write the two letters of ISO 3166, such"
                + " as DK"),
        arguments("currency: usd", "1:11: currency cannot be \"usd\"; did you mean USD?"),
        arguments(
            "currency: $",
            "1:11: currency cannot be \"$\"; write the three letters of ISO 4217, such as DKK"),
        arguments(
            "rates: { eur: 7.46 }",
            "1:10: a currency of rates cannot be \"eur\"; did you mean" + " EUR?"),
        arguments("rates: { EUR: 0 }", "1:15: EUR is 0; it may be from 0.000001 to 1000000"),
        arguments(
            "rates: { EUR: 1e999999999 }",
            "1:15: EUR is 1e999999999, not a plain decimal number; write at most 12 digits before"
                + " and after the point, from 0.000001 to 1000000"),
        arguments(
            "rates: { EUR: .nan }",
            "1:15: EUR is .nan, not a plain decimal number; write at most 12 digits before and"
                + " after the point, from 0.000001 to 1000000"),
        arguments(
            "{ currency: EUR, rates: { EUR: 7.46 } }",
            "1:32: EUR is the tenant's own currency, its rate is 1; remove this line"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void problemsNamePlaceAndRemedy(ArgumentsAccessor row) {
    String[] expected =
        row.toList().stream().skip(1).map(line -> "limits.yaml:" + line).toArray(String[]::new);
    Problems problems = new Problems("limits.yaml");

    read(row.getString(0), problems);

    assertThat(problems.all().stream().map(Problem::toString)).containsExactly(expected);
  }

  @Test
  void allProblemsOfAFileAreToldAtOnceAndWhatFollowsAWrongPartIsStillRead() {
    Problems problems = new Problems("limits.yaml");

    Limits limits =
        read(
            """
            caps:
              - { channel: any, atMost: many, within: 24h }
              - { channel: any, atMost: 3, within: a week }
            quiethours:
              from: "21:00"
            defaultCountry: SE
            currency: kr
            """,
            problems);

    assertThat(problems.all().stream().map(Problem::toString))
        .containsExactlyInAnyOrder(
            "limits.yaml:2:29: atMost is \"many\", not a whole number; write digits, such as 1",
            "limits.yaml:3:40: within is \"a week\", not a duration; write it as 30m, 24h or 7d",
            "limits.yaml:4:1: unknown key quiethours; did you mean quietHours?",
            "limits.yaml:7:11: currency cannot be \"kr\"; write the three letters of ISO 4217,"
                + " such as DKK");
    assertThat(limits.defaultCountry()).isEqualTo("SE");
  }

  private static Limits valid(String yaml) {
    Problems problems = new Problems("limits.yaml");
    Limits limits = read(yaml, problems);
    assertThat(problems.all()).isEmpty();
    return limits;
  }

  private static Limits read(String yaml, Problems problems) {
    Node root = YamlText.parse(yaml.getBytes(StandardCharsets.UTF_8), problems);
    assertThat(root).as("root of %s, problems %s", yaml, problems.all()).isNotNull();
    return LimitsReader.read(new Value("the file", Objects.requireNonNull(root), problems));
  }
}
