package dev.kilde.profile.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kilde.core.segment.Segment;
import dev.kilde.core.segment.Segment.Audience;
import dev.kilde.core.segment.SegmentSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentFilesTest {

  private static final String HEAD = "segment: a\nversion: 1\nwhere:\n";
  private static final String RIGHT = HEAD + "  cart: { empty: true }";

  private final SegmentFiles files = new SegmentFiles();
  private final List<Problems> problems = new ArrayList<>();

  @Test
  void everyKeyIsRead() {
    add(
        """
        segment: lapsed
        version: 7
        name: Quiet for 60 days
        description: Ask them why.
        where: { lastPurchase: { olderThan: 60d } }
        audience: { purpose: ads, networks: [google, meta, google] }
        """);

    Segment segment = Objects.requireNonNull(files.together(1).get("lapsed"));

    assertThat(problems()).isEmpty();
    assertThat(segment.version()).isEqualTo(7);
    assertThat(segment.name()).isEqualTo("Quiet for 60 days");
    assertThat(segment.where().words()).isEqualTo("last purchase 60d ago or longer");
    assertThat(segment.audience()).isEqualTo(new Audience("ads", List.of("google", "meta")));
  }

  @Test
  void anAudienceMayBeOneNetworkAndTheNameIsTheIdIfLeftOut() {
    add(RIGHT + "\naudience: { purpose: ads, networks: meta }");

    Segment segment = Objects.requireNonNull(files.together(1).get("a"));

    assertThat(segment.audience()).isEqualTo(new Audience("ads", List.of("meta")));
    assertThat(segment.name()).isEqualTo("a");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(
            RIGHT + "\ndescripton: x", "5:1: unknown key descripton; did you mean description?"),
        arguments(RIGHT + "\nname:", "5:6: name is empty, not text; give it a value"),
        arguments(
            RIGHT + "\naudience: { purpose: ads, networks: [meta, gogle] }",
            "5:44: an entry of networks cannot be \"gogle\"; did you mean google?"),
        arguments(
            RIGHT + "\naudience: { networks: meta }",
            "5:11: audience has no purpose; add it, such as purpose: ads"),
        arguments(
            HEAD + "  purchasd: { within: 60d }",
            "4:3: purchasd is not a condition; did you mean purchased?"),
        arguments(
            HEAD + "  - cart: { empty: true }",
            "4:3: where is a list, not a condition; write them as a list below all or any"),
        arguments(
            HEAD + "  purchased:\n  within: 60d",
            "5:3: within stands beside purchased; indent it further, below purchased"),
        arguments(
            HEAD + "  did: { event: product_veiwed }",
            "4:17: event cannot be \"product_veiwed\"; did you mean product_viewed?"),
        arguments(
            HEAD + "  did: { event: searched, within: 2 weeks }",
            "4:35: within is \"2 weeks\", not a duration; did you mean 14d?"),
        arguments(
            HEAD + "  did: { event: searched, within: 0d }",
            "4:35: within is 0d; it may be from 1m to 36500d"),
        arguments(
            HEAD + "  purchased: { atLeast: three }",
            "4:25: atLeast is \"three\", not a whole number; write digits, such as 1"),
        arguments(
            HEAD + "  purchased: { within: 30d, olderThan: 60d }",
            "4:40: nothing is within 30d and older than 60d; olderThan of less than 30d"),
        arguments(
            HEAD + "  purchased: { atLeast: 3, atMost: 2 }",
            "4:36: nothing happens at least 3 times and at most 2; atMost of 3 or more"),
        arguments(
            HEAD
                + "  all:\n"
                + "    - purchased: { within: 60d }\n"
                + "    - not: { purchased: { within: 60d } }",
            "6:7: contradicts the condition on line 5: nobody ever meets both; remove one of the"
                + " two, or put them below any"),
        arguments(
            HEAD
                + "  not:\n    all:\n      - purchased: { within: 60d }\n"
                + "      - cart: { empty: true }\n      - purchased: { atMost: 0, within: 60d }",
            "8:9: contradicts the condition on line 6: nobody ever meets both; remove one of the"
                + " two, or put them below any"),
        arguments(
            HEAD
                + "  all:\n    - contact: { field: country, is: DK }\n"
                + "    - contact: { field: country, is: SE }",
            "6:7: contradicts the condition on line 5: nobody ever meets both; remove one of the"
                + " two, or put them below any"),
        arguments(
            HEAD + "  any:\n    - not: { cart: { empty: true } }\n    - cart: { empty: true }",
            "6:7: everybody always meets this or the condition on line 5; remove one of the two,"
                + " or put them below all"),
        arguments(
            HEAD + "  any: [cart: { empty: true }, cart: { empty: true }]",
            "4:32: the condition on line 4 stands here again; remove one of the two"),
        arguments(
            HEAD + "  segment: a",
            "4:12: segment a refers to itself; take one of the references" + " out"),
        arguments(
            HEAD + "  segment: gone",
            "4:12: there is no segment gone; define it in segments/, or remove this"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsWrongIsToldOnceWhereItStands(String yaml, String expected) {
    add(yaml);

    files.together(1);

    assertThat(problems()).containsExactly("0.yaml:" + expected);
  }

  @Test
  void aCircleIsToldInItsFirstSegmentWhereverThatRefersOn() {
    add(file("b", "segment: c"));
    add(file("c", "not: { segment: a }"));
    add(file("a", "any: [cart: { empty: true }, segment: b, not: { segment: b }]"));

    files.together(3);

    assertThat(problems())
        .containsExactly(
            "2.yaml:3:51: everybody always meets this or the condition on line 3; remove one of"
                + " the two, or put them below all",
            "2.yaml:3:48: segments refer to each other in a circle: a -> b -> c -> a; take one of"
                + " the references out",
            "2.yaml:3:67: segments refer to each other in a circle: a -> b -> c -> a; take one of"
                + " the references out");
  }

  @Test
  void anUnknownSegmentIsToldWhereverItStandsWithTheNearestThereIs() {
    add(file("lapsed-buyers", "cart: { empty: true }"));
    add(file("b", "any: [segment: lapsed-buyer, all: [segment: b-buyers, segment: c]]"));
    add(file("c", "segment: lapsed-buyers"));

    SegmentSet set = files.together(3);

    assertThat(problems())
        .containsExactly(
            "1.yaml:3:54: there is no segment b-buyers; define it in segments/, or remove this",
            "1.yaml:3:25: there is no segment lapsed-buyer; did you mean lapsed-buyers?");
    assertThat(set.inOrder()).extracting(Segment::id).containsExactly("lapsed-buyers", "c");
  }

  @Test
  void aReferenceToASegmentThatIsWrongOtherwiseIsRight() {
    add(file("a", "segment: b"));
    add(file("b", "carts: 1"));

    files.together(2);

    assertThat(problems())
        .containsExactly("1.yaml:3:10: carts is not a condition; did you mean cart?");
  }

  @Test
  void whileAFileCannotBeReadNobodyKnowsWhichSegmentsThereAre() {
    add(file("a", "segment: b"));

    files.together(2);

    assertThat(problems()).isEmpty();
  }

  @Test
  void anIdStandsOnceAlsoWhereSomethingElseIsWrong() {
    add(file("a", "cart: { empty: true }"));
    add(file("a", "carts: 1"));
    add(file("a", "cart: { empty: false }"));

    files.together(3);

    assertThat(problems())
        .containsExactly(
            "1.yaml:1:1: segment a is also defined in 0.yaml; give one of the two another id",
            "1.yaml:3:10: carts is not a condition; did you mean cart?",
            "2.yaml:1:1: segment a is also defined in 0.yaml; give one of the two another id");
  }

  @Test
  void commentsQuotesAndLayoutAreNotWhatADefinitionSays() {
    long plain = fingerprint("segment: a\nversion: 1\nwhere: { cart: { empty: true } }");

    assertThat(fingerprint("# a\nsegment: 'a'\nversion: 1\nwhere:\n  cart:\n    empty: true\n"))
        .isEqualTo(plain);
    assertThat(fingerprint("segment: a\nversion: 1\nwhere: { cart: { empty: false } }"))
        .isNotEqualTo(plain);
    assertThat(fingerprint("segment: a\nversion: 1\nname: b\nwhere: { cart: { empty: true } }"))
        .isNotEqualTo(plain);
  }

  private static long fingerprint(String yaml) {
    SegmentFiles files = new SegmentFiles();
    files.add(Shaped.value(yaml, new Problems("x.yaml")));
    return files.together(1).fingerprint();
  }

  private static String file(String id, String where) {
    return "segment: " + id + "\nversion: 1\nwhere: { " + where + " }";
  }

  private void add(String yaml) {
    Problems found = new Problems(problems.size() + ".yaml");
    problems.add(found);
    files.add(Shaped.value(yaml, found));
  }

  private List<String> problems() {
    return problems.stream().flatMap(each -> each.all().stream()).map(Problem::toString).toList();
  }
}
