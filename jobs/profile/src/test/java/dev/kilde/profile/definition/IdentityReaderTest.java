package dev.kilde.profile.definition;

import static dev.kilde.core.event.IdentifierKind.CARD_TOKEN;
import static dev.kilde.core.event.IdentifierKind.CONTACT_ID;
import static dev.kilde.core.event.IdentifierKind.DEVICE_ID;
import static dev.kilde.core.event.IdentifierKind.EMAIL;
import static dev.kilde.core.event.IdentifierKind.LOYALTY_NUMBER;
import static dev.kilde.core.event.IdentifierKind.PHONE;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Trust;
import dev.kilde.core.identity.BlockedValues;
import dev.kilde.core.identity.Blocklist;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.LetterCase;
import dev.kilde.core.identity.SharingLimit;
import dev.kilde.core.identity.Spelling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.nodes.Node;

class IdentityReaderTest {

  private static final Path SHIPPED = Path.of("../../flink-conf/definitions/identity.yaml");

  @Test
  void everyKeyIsRead() {
    IdentityRules rules =
        valid(
            """
            order: [email, contactId, phone, cardToken, loyaltyNumber, deviceId]
            limits:
              contactId: { atMost: 2, within: 7d }
              phone: none
              loyaltyNumber: none
              cardToken: { atMost: 1, within: 30m }
              deviceId: { atMost: 3, within: 60d }
            trust: { deviceId: verified, cardToken: stated }
            block:
              builtIn: false
              any: [void, 7]
              email: ["*@Shop.example", till@chain.example]
              cardToken: ["test-*"]
            spelling:
              loyaltyNumber: { remove: " -", case: upper, padTo: 12 }
              cardToken: { remove: " " }
              deviceId: { case: lower }
            retention:
              deviceId: { behaviour: 60d, purchases: 400d }
              cardToken: 30d
            """);

    assertThat(rules)
        .isEqualTo(
            new IdentityRules(
                List.of(EMAIL, CONTACT_ID, PHONE, CARD_TOKEN, LOYALTY_NUMBER, DEVICE_ID),
                Map.of(
                    CONTACT_ID, new SharingLimit(2, Duration.ofDays(7)),
                    CARD_TOKEN, new SharingLimit(1, Duration.ofMinutes(30)),
                    DEVICE_ID, new SharingLimit(3, Duration.ofDays(60))),
                Map.of(DEVICE_ID, Trust.VERIFIED, CARD_TOKEN, Trust.STATED),
                Map.of(
                    DEVICE_ID, new Retention(Duration.ofDays(60), Duration.ofDays(400)),
                    CARD_TOKEN, new Retention(Duration.ofDays(30), Duration.ofDays(30))),
                new Blocklist(
                    BlockedValues.of("void", "7"),
                    Map.of(
                        EMAIL, BlockedValues.of("*@shop.example", "till@chain.example"),
                        CARD_TOKEN, BlockedValues.of("test-*"))),
                Map.of(
                    LOYALTY_NUMBER, new Spelling(" -", LetterCase.UPPER, 12),
                    CARD_TOKEN, new Spelling(" ", LetterCase.AS_GIVEN, 0),
                    DEVICE_ID, new Spelling("", LetterCase.LOWER, 0))));
  }

  @Test
  void aKindThatIsLeftOutKeepsWhatIsBuiltIn() {
    IdentityRules defaults = IdentityRules.DEFAULT;
    IdentityRules rules =
        valid(
            """
            limits: { deviceId: { atMost: 3, within: 7d } }
            trust: { email: verified }
            retention: { deviceId: people, phone: 400d }
            """);

    assertThat(rules.order()).isEqualTo(defaults.order());
    assertThat(rules.limit(DEVICE_ID)).isEqualTo(new SharingLimit(3, Duration.ofDays(7)));
    assertThat(rules.limit(EMAIL)).isEqualTo(defaults.limit(EMAIL));
    assertThat(rules.leastTrust())
        .isEqualTo(Map.of(EMAIL, Trust.VERIFIED, DEVICE_ID, Trust.STATED));
    assertThat(rules.retention()).containsOnlyKeys(PHONE);
    assertThat(rules.blocklist()).isEqualTo(defaults.blocklist());
    assertThat(rules.spelling()).isEmpty();
  }

  @Test
  void whatIsBlockedIsAddedToTheBuiltInList() {
    Blocklist own =
        new Blocklist(BlockedValues.of("void"), Map.of(EMAIL, BlockedValues.of("*@shop.example")));
    String lists = "any: [void], email: [\"*@shop.example\"]";

    assertThat(valid("block: { " + lists + " }").blocklist())
        .isEqualTo(Blocklist.DEFAULT.and(own))
        .isEqualTo(valid("block: { builtIn: true, " + lists + " }").blocklist())
        .isNotEqualTo(Blocklist.DEFAULT);
    assertThat(valid("block: { builtIn: false, " + lists + " }").blocklist()).isEqualTo(own);
    assertThat(valid("block: { builtIn: false }").blocklist()).isEqualTo(Blocklist.EMPTY);
  }

  @Test
  void theStrongestKindLosesTheLimitBuiltIn() {
    IdentityRules rules =
        valid("order: [phone, email, contactId, loyaltyNumber, cardToken, deviceId]");

    assertThat(rules.limit(PHONE)).isNull();
    assertThat(rules.limit(EMAIL)).isEqualTo(IdentityRules.DEFAULT.limit(EMAIL));
  }

  @Test
  void nothingSaidIsWhatIsBuiltIn() {
    assertThat(valid("{}")).isEqualTo(IdentityRules.DEFAULT);
    assertThat(valid("{ limits: {}, trust: {}, block: {}, spelling: {}, retention: {} }"))
        .isEqualTo(IdentityRules.DEFAULT);
  }

  @Test
  void theShippedFileSaysTheDefaults() throws IOException {
    String shipped = Files.readString(SHIPPED);

    assertThat(valid(shipped)).isEqualTo(IdentityRules.DEFAULT);
    assertThat(shipped).contains("\norder: ", "\nlimits:", "\ntrust:", "\nblock:", "\nretention:");
  }

  @Test
  void theShippedFileSaysEveryLimitTrustAndRetentionBuiltIn() throws IOException {
    IdentityRules defaults = IdentityRules.DEFAULT;
    Fields fields =
        Objects.requireNonNull(value(Files.readString(SHIPPED), new Problems("x")).openMapping());

    assertThat(fields.optional("limits", Kinds::of).keySet()).isEqualTo(defaults.limits().keySet());
    assertThat(fields.optional("trust", Kinds::of).keySet())
        .isEqualTo(defaults.leastTrust().keySet());
    assertThat(fields.optional("retention", Kinds::of).keySet())
        .isEqualTo(defaults.retention().keySet());
  }

  @Test
  void theShippedFileListsInItsCommentsWhatIsBlocked() throws IOException {
    String built =
        Files.readString(SHIPPED)
            .lines()
            .filter(line -> line.startsWith("#   "))
            .map(line -> line.substring(2))
            .collect(joining("\n", "block:\n  builtIn: false\n", "\n"));

    assertThat(valid(built).blocklist()).isEqualTo(Blocklist.DEFAULT);
  }

  @Test
  void theExamplesOfTheShippedFileAreRight() throws IOException {
    String withExamples =
        Files.readString(SHIPPED)
            .lines()
            .map(line -> line.startsWith("# spelling: ") ? line.substring(2) : line)
            .map(line -> line.equals("  builtIn: true") ? "  email: [\"*@shop.example\"]" : line)
            .collect(joining("\n"));

    assertThat(withExamples).contains("\n#  email: [\"*@shop.example\"]\n");
    IdentityRules rules = valid(withExamples);
    assertThat(rules.spelling())
        .isEqualTo(Map.of(LOYALTY_NUMBER, new Spelling(" -", LetterCase.UPPER, 12)));
    assertThat(rules.blocklist().ofKind().get(EMAIL).patterns()).contains("*@shop.example");
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        // unknown keys
        arguments("limit: {}", "1:1: unknown key limit; did you mean limits?"),
        arguments(
            "banana: 1",
            "1:1: unknown key banana; known here: order, limits, trust, block, spelling,"
                + " retention"),
        arguments(
            "limits: { cookie: none }",
            "1:11: unknown key cookie; known here: contactId, email, phone, loyaltyNumber,"
                + " cardToken, deviceId"),
        arguments(
            "limits: { deviceid: none }", "1:11: unknown key deviceid; did you mean deviceId?"),
        arguments(
            "limits: { deviceId: { max: 5, atMost: 5, within: 7d } }",
            "1:23: unknown key max; known here: atMost, within"),
        arguments("block: { e-mail: [] }", "1:10: unknown key e-mail; did you mean email?"),
        arguments(
            "spelling: { cardToken: { strip: \" \" } }",
            "1:26: unknown key strip; known here: remove, case, padTo"),
        arguments(
            "retention: { deviceId: { behavior: 90d, purchases: 90d } }",
            "1:26: unknown key behavior; did you mean behaviour?",
            "1:24: deviceId has no behaviour; add it, such as behaviour: 400d"),
        // wrong types
        arguments(
            "- order: []",
            "1:1: the file is a list, not a mapping; indent its keys below it, such as order: ..."),
        arguments(
            "order: email",
            "1:8: order is \"email\", not a list; begin each entry with \"- \" on a line of its"
                + " own"),
        arguments(
            "limits:",
            "1:8: limits is empty, not a mapping; indent its keys below it, such as contactId:"
                + " ..."),
        arguments(
            "limits: { deviceId: 5 }",
            "1:21: deviceId is \"5\", not a mapping; indent its keys below it, such as atMost:"
                + " ..."),
        arguments(
            "trust: stated",
            "1:8: trust is \"stated\", not a mapping; indent its keys below it, such as contactId:"
                + " ..."),
        arguments(
            "block: [guest]",
            "1:8: block is a list, not a mapping; indent its keys below it, such as builtIn: ..."),
        arguments(
            "block: { any: guest }",
            "1:15: any is \"guest\", not a list; begin each entry with \"- \" on a line of its"
                + " own"),
        arguments(
            "block: { any: [~] }", "1:16: an entry of any is empty, not text; give it a value"),
        arguments(
            "spelling: { cardToken: upper }",
            "1:24: cardToken is \"upper\", not a mapping; indent its keys below it, such as"
                + " remove: ..."),
        arguments(
            "spelling: { cardToken: { remove: [\" \"] } }",
            "1:34: remove is a list, not text; give it a value"),
        arguments(
            "spelling: { cardToken: { remove: \"\" } }",
            "1:34: remove is empty, not text; give it a value"),
        arguments(
            "spelling: { cardToken: { padTo: \"12\" } }",
            "1:33: padTo is \"12\", not a whole number; remove the quotes"),
        // the order
        arguments(
            "order: [contactId, e_mial, phone, loyaltyNumber, cardToken, deviceId]",
            "1:20: an entry of order cannot be \"e_mial\"; did you mean email?"),
        arguments(
            "order: [contactId, email, phone, email, loyaltyNumber, cardToken, deviceId]",
            "1:34: email stands here again; keep one of the two"),
        arguments(
            "order: [contactId, email, deviceId]",
            "1:8: order has no phone, loyaltyNumber, cardToken; name every kind once, the strongest"
                + " first"),
        arguments(
            "order: []",
            "1:8: order has no contactId, email, phone, loyaltyNumber, cardToken, deviceId; name"
                + " every kind once, the strongest first"),
        // the strongest kind
        arguments(
            "limits: { contactId: { atMost: 5, within: 7d } }",
            "1:22: contactId is the strongest kind: there are no people to count it with; remove"
                + " this line, or put a stronger kind first in order"),
        arguments(
            "trust: { contactId: verified }",
            "1:21: contactId is the strongest kind: there is nothing to link it to; remove this"
                + " line, or put a stronger kind first in order"),
        arguments(
            """
            order: [email, contactId, phone, loyaltyNumber, cardToken, deviceId]
            limits: { email: { atMost: 5, within: 7d } }
            trust: { email: stated }
            """,
            "2:18: email is the strongest kind: there are no people to count it with; remove this"
                + " line, or put a stronger kind first in order",
            "3:17: email is the strongest kind: there is nothing to link it to; remove this line,"
                + " or put a stronger kind first in order"),
        arguments(
            // nobody can tell which kind is meant to be the strongest
            """
            order: [email]
            limits: { contactId: { atMost: 5, within: 7d } }
            trust: { contactId: stated }
            """,
            "1:8: order has no contactId, phone, loyaltyNumber, cardToken, deviceId; name every"
                + " kind once, the strongest first"),
        // missing
        arguments(
            "limits: { deviceId: {} }",
            "1:21: deviceId has no atMost; add it, such as atMost: 5",
            "1:21: deviceId has no within; add it, such as within: 30d"),
        arguments(
            "retention: { deviceId: { behaviour: 90d } }",
            "1:24: deviceId has no purchases; add it, such as purchases: 1825d"),
        // out of range, or no such value
        arguments(
            "limits: { deviceId: { atMost: 0, within: 7d } }",
            "1:31: atMost is 0; it may be from 1 to 10000"),
        arguments(
            "limits: { phone: { atMost: 5, within: 0m } }",
            "1:39: within is 0m; it may be from 1m to 3650d"),
        arguments(
            "limits: { phone: { atMost: 5, within: 1 month } }",
            "1:39: within is \"1 month\", not a duration; months differ in length: write days, such"
                + " as 30d"),
        arguments(
            "trust: { deviceId: verfied }",
            "1:20: deviceId cannot be \"verfied\"; did you mean verified?"),
        arguments(
            "trust: { deviceId: always }",
            "1:20: deviceId cannot be \"always\"; known here: inferred, stated, verified"),
        arguments(
            "block: { builtIn: no }", "1:19: builtIn cannot be \"no\"; known here: false, true"),
        arguments(
            "block: { any: [\"*\"] }",
            "1:16: an entry of any is \"*\", which blocks everything; write what stands before or"
                + " after the *"),
        arguments(
            "block: { email: [\" ** \"] }",
            "1:18: an entry of email is \" ** \", which blocks everything; write what stands before"
                + " or after the *"),
        arguments(
            "block: { email: [shop.example] }",
            "1:18: an entry of email is \"shop.example\", which is no address; did you mean"
                + " \"*@shop.example\"?"),
        arguments(
            "block: { email: [\"@shop.example\"] }",
            "1:18: an entry of email is \"@shop.example\", which is no address; did you mean"
                + " \"*@shop.example\"?"),
        arguments(
            "block: { email: [info] }",
            "1:18: an entry of email is \"info\", which is no address; write an address, or a"
                + " pattern such as \"*@shop.example\""),
        arguments(
            "spelling: { email: { case: upper } }",
            "1:20: email has a form of its own; remove this line"),
        arguments("spelling: { phone: {} }", "1:20: phone has a form of its own; remove this line"),
        arguments(
            "spelling: { cardToken: { case: Upper } }",
            "1:32: case cannot be \"Upper\"; did you mean upper?"),
        arguments(
            "spelling: { cardToken: { padTo: 65 } }", "1:33: padTo is 65; it may be from 1 to 64"),
        arguments(
            "spelling: { cardToken: { remove: \"-\uD83D\uDE00\" } }",
            "1:34: remove holds a character that is no letter, digit or punctuation; remove it"),
        arguments(
            "retention: { deviceId: for ever }",
            "1:24: deviceId is \"for ever\", not a duration; write it as 30m, 24h or 7d"),
        arguments(
            "retention: { deviceId: 12h }", "1:24: deviceId is 12h; it may be from 1d to 36500d"),
        // one against the other
        arguments(
            "limits: { deviceId: { atMost: 5, within: 100d } }",
            "1:21: deviceId counts people over 100d, but is kept for 90d only; shorten within, or"
                + " lengthen retention"),
        arguments(
            "retention: { deviceId: 10d }",
            "1:24: deviceId is kept for 10d only, but its limit counts people over 30d; lengthen"
                + " it, or give limits a shorter within"),
        arguments(
            """
            limits: { phone: { atMost: 5, within: 61d } }
            retention: { phone: { behaviour: 20d, purchases: 60d } }
            """,
            "1:18: phone counts people over 61d, but is kept for 60d only; shorten within, or"
                + " lengthen retention"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void problemsNamePlaceAndRemedy(ArgumentsAccessor row) {
    String[] expected =
        row.toList().stream().skip(1).map(line -> "identity.yaml:" + line).toArray(String[]::new);
    Problems problems = new Problems("identity.yaml");

    IdentityRules rules = read(row.getString(0), problems);

    assertThat(problems.all().stream().map(Problem::toString)).containsExactly(expected);
    assertThat(rules).isEqualTo(IdentityRules.DEFAULT);
  }

  @Test
  void aSpanAsLongAsTheRetentionIsRight() {
    assertThat(valid("limits: { deviceId: { atMost: 5, within: 90d } }").limit(DEVICE_ID))
        .isEqualTo(new SharingLimit(5, Duration.ofDays(90)));
    assertThat(valid("{ limits: { deviceId: none }, retention: { deviceId: 1d } }").limits())
        .doesNotContainKey(DEVICE_ID);
  }

  @Test
  void peopleAreCountedAsLongAsTheLongestKeptEventMayCorrectALink() {
    String limits = "limits: { deviceId: { atMost: 5, within: 30d } }, ";
    Retention purchasesLonger = new Retention(Duration.ofDays(20), Duration.ofDays(1825));
    Retention behaviourLonger = new Retention(Duration.ofDays(400), Duration.ofDays(20));

    assertThat(
            valid("{ " + limits + "retention: { deviceId: { behaviour: 20d, purchases: 1825d } } }")
                .retention())
        .containsEntry(DEVICE_ID, purchasesLonger);
    assertThat(
            valid("{ " + limits + "retention: { deviceId: { behaviour: 400d, purchases: 20d } } }")
                .retention())
        .containsEntry(DEVICE_ID, behaviourLonger);
  }

  @Test
  void allProblemsOfAFileAreToldAtOnce() {
    Problems problems = new Problems("identity.yaml");

    read(
        """
        order: [contactId, mail, phone, loyaltyNumber, cardToken, deviceId]
        limits:
          deviceId: { atMost: some, within: 30d }
        trust: { deviceId: yes }
        block: { email: [shop.example] }
        spelling: { phone: { padTo: 8 } }
        retention: { deviceId: 3 months }
        """,
        problems);

    assertThat(problems.all()).extracting(Problem::line).containsExactly(1, 3, 7, 4, 5, 6);
  }

  private static IdentityRules valid(String yaml) {
    Problems problems = new Problems("identity.yaml");
    IdentityRules rules = read(yaml, problems);
    assertThat(problems.all()).isEmpty();
    return rules;
  }

  private static IdentityRules read(String yaml, Problems problems) {
    return IdentityReader.read(value(yaml, problems));
  }

  private static Value value(String yaml, Problems problems) {
    Node root = YamlText.parse(yaml.getBytes(StandardCharsets.UTF_8), problems);
    assertThat(root).as("root of %s, problems %s", yaml, problems.all()).isNotNull();
    return new Value("the file", Objects.requireNonNull(root), problems);
  }
}
