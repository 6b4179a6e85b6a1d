package dev.kilde.profile.definition;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a definition, to be read as what it should be. Each way of reading it answers null
 * after telling the problem where the value stands.
 *
 * @param name what the author calls it: its key
 */
@SuppressWarnings("TypeParameterUnusedInFormals") // what tells a problem answers null, of any type
record Value(String name, Node node, Problems problems) {

  private static final Map<String, Boolean> YES_OR_NO =
      new TreeMap<>(Map.of("true", true, "false", false));

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,12}(\\.[0-9]{1,12})?");
  private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

  /** Tells a problem where this value stands; the answer of the reading is then this null. */
  <T> @Nullable T wrong(String what, String remedy) {
    problems.add(node, what, remedy);
    return null;
  }

  /** A mapping that has no other keys than these. */
  @Nullable Fields mapping(String... known) {
    return node instanceof MappingNode mapping
        ? Fields.closed(name, mapping, List.of(known), problems)
        : isNot("a mapping", "indent its keys below it, such as " + known[0] + ": ...");
  }

  /** The same, called what it is in messages: {@code a range}. */
  @Nullable Fields mapping(String what, List<String> known) {
    return node instanceof MappingNode mapping
        ? Fields.closed(name, mapping, known, problems)
        : isNot(what, "indent its keys below it, such as " + known.get(0) + ": ...");
  }

  /** A mapping whose other keys are read elsewhere, or not yet. */
  @Nullable Fields openMapping() {
    return node instanceof MappingNode mapping
        ? Fields.open(name, mapping, problems)
        : isNot("a mapping", "write keys and values, such as version: 1");
  }

  /** The values by key, in the order of the file; empty where it is no mapping. */
  Map<String, Value> keys() {
    return node instanceof MappingNode mapping
        ? Fields.open(name, mapping, problems).values()
        : Map.of();
  }

  /** The value below a key; this one where there is none, or no key. */
  Value under(@Nullable String key) {
    Value value = key == null ? null : keys().get(key);
    return value == null ? this : value;
  }

  /** Where a key of the mapping stands; this value where it does not. */
  Value atKey(String key) {
    return node instanceof MappingNode mapping
        ? new Value(name, Fields.open(name, mapping, problems).at(key), problems)
        : this;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** A list, each entry read in the same way; entries with problems are left out. */
  <T> @Nullable List<T> list(Function<Value, @Nullable T> entry) {
    if (!(node instanceof SequenceNode list)) {
      return isNot("a list", "begin each entry with \"- \" on a line of its own");
    }
    List<T> read = new ArrayList<>();
    for (Node each : list.getValue()) {
      T value = entry.apply(new Value("an entry of " + name, each, problems));
      if (value != null) {
        read.add(value);
      }
    }
    return read;
  }

  /** Text as it is written, also where YAML would see a number; not empty. */
  @Nullable String text() {
    return node instanceof ScalarNode scalar && !isNothing() && !scalar.getValue().isBlank()
        ? scalar.getValue()
        : isNot("text", "give it a value");
  }

  /** One of a few words. */
  <T> @Nullable T oneOf(Map<String, T> choices) {
    String text = text();
    if (text == null) {
      return null;
    }
    T choice = choices.get(text);
    return choice == null ? unknown(text, choices.keySet()) : choice;
  }

  /** Tells that the text is none of those known, and which is nearest. */
  <T> @Nullable T unknown(String text, Collection<String> known) {
    return wrong(name + " cannot be " + Quoted.of(text), Nearest.remedy(text, known));
  }

  /** A whole number between the two, inclusive. */
  @Nullable Integer wholeNumber(int min, int max) {
    if (!(node instanceof ScalarNode scalar) || !scalar.isPlain() || !isNumber()) {
      return isNotNumber("a whole number");
    }
    String text = scalar.getValue();
    if (!WHOLE.matcher(text).matches()) {
      return wrong(
          name + " is " + Quoted.plain(text) + ", not a whole number",
          "write digits only, from " + min + " to " + max);
    }
    int number = Integer.parseInt(text);
    return number < min || number > max
        ? wrong(name + " is " + number, "it may be from " + min + " to " + max)
        : Integer.valueOf(number);
  }

  /** A decimal number between the two, inclusive, as it is written. */
  @Nullable BigDecimal decimal(BigDecimal min, BigDecimal max) {
    if (!(node instanceof ScalarNode scalar) || !scalar.isPlain() || !isNumber()) {
      return isNotNumber("a number");
    }
    String text = scalar.getValue();
    String range = min.toPlainString() + " to " + max.toPlainString();
    if (!DECIMAL.matcher(text).matches()) {
      return wrong(
          name + " is " + Quoted.plain(text) + ", not a plain decimal number",
          "write at most 12 digits before and after the point, from " + range);
    }
    BigDecimal number = new BigDecimal(text);
    return number.compareTo(min) < 0 || number.compareTo(max) > 0
        ? wrong(name + " is " + text, "it may be from " + range)
        : number;
  }

  /** A duration such as {@code 30m}, {@code 24h} or {@code 7d}, between the two, inclusive. */
  @Nullable Duration duration(Duration min, Duration max) {
    if (!(node instanceof ScalarNode scalar) || isNothing()) {
      return isNot("a duration", "write it as " + DurationText.EXAMPLES);
    }
    Duration duration = DurationText.parse(scalar.getValue());
    if (duration == null) {
      return wrong(
          name + " is " + Quoted.of(scalar.getValue()) + ", not a duration",
          DurationText.remedy(scalar.getValue()));
    }
    return duration.compareTo(min) < 0 || duration.compareTo(max) > 0
        ? wrong(
            name + " is " + scalar.getValue(),
            "it may be from " + DurationText.of(min) + " to " + DurationText.of(max))
        : duration;
  }

  /** An instant with its zone, or a date. */
  @Nullable Instant moment() {
    if (!(node instanceof ScalarNode scalar) || isNothing()) {
      return isNot("an instant", "write it as " + MomentText.EXAMPLES);
    }
    String text = scalar.getValue();
    Instant moment = MomentText.parse(text);
    return moment == null
        ? wrong(name + " is " + Quoted.of(text) + ", not an instant", MomentText.remedy(text))
        : moment;
  }

  /** True or false. */
  @Nullable Boolean flag() {
    return oneOf(YES_OR_NO);
  }

  /** A time of day such as {@code 21:00}. */
  @Nullable LocalTime timeOfDay() {
    if (!(node instanceof ScalarNode scalar) || isNothing()) {
      return isNot("a time of day", "write hours and minutes, such as \"21:00\"");
    }
    String text = scalar.getValue();
    return TIME_OF_DAY.matcher(text).matches()
        ? LocalTime.parse(text)
        : wrong(
            name + " is " + Quoted.of(text) + ", not a time of day",
            "write hours and minutes from \"00:00\" to \"23:59\"");
  }

  /** Tells that it is something else than was expected. */
  <T> @Nullable T isNot(String expected, String remedy) {
    return wrong(name + " is " + found() + ", not " + expected, remedy);
  }

  private <T> @Nullable T isNotNumber(String expected) {
    boolean quoted =
        node instanceof ScalarNode scalar
            && !scalar.isPlain()
            && DECIMAL.matcher(scalar.getValue()).matches();
    return isNot(expected, quoted ? "remove the quotes" : "write digits, such as 1");
  }

  private String found() {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().isEmpty() ? "an empty mapping" : "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return node instanceof ScalarNode scalar && !isNothing() && !scalar.getValue().isBlank()
        ? Quoted.of(scalar.getValue())
        : "empty";
  }

  private boolean isNothing() {
    return node.getTag().equals(Tag.NULL);
  }

  private boolean isNumber() {
    return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
  }
}
