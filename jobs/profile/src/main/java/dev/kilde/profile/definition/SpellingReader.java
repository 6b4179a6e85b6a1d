package dev.kilde.profile.definition;

import static java.util.Objects.requireNonNullElse;

import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.LetterCase;
import dev.kilde.core.identity.Spelling;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The part {@code spelling} of {@code identity.yaml}. */
final class SpellingReader {

  private static final int MOST_DIGITS = 64;

  private static final Map<String, LetterCase> CASES =
      new TreeMap<>(
          Map.of(
              "upper", LetterCase.UPPER,
              "lower", LetterCase.LOWER,
              "asGiven", LetterCase.AS_GIVEN));

  private SpellingReader() {}

  /** Of each kind that is named its spelling; null after telling that it is no mapping. */
  static @Nullable Map<IdentifierKind, Spelling> spelling(Value value) {
    Map<IdentifierKind, Value> kinds = Kinds.of(value);
    if (kinds == null) {
      return null;
    }
    Map<IdentifierKind, Spelling> spelling = new EnumMap<>(IdentifierKind.class);
    kinds.forEach(
        (kind, each) -> {
          if (kind == IdentifierKind.EMAIL || kind == IdentifierKind.PHONE) {
            each.wrong(each.name() + " has a form of its own", "remove this line");
            return;
          }
          Spelling own = one(each);
          if (own != null) {
            spelling.put(kind, own);
          }
        });
    return spelling;
  }

  private static @Nullable Spelling one(Value value) {
    Fields fields = value.mapping("remove", "case", "padTo");
    if (fields == null) {
      return null;
    }
    return new Spelling(
        requireNonNullElse(fields.optional("remove", SpellingReader::characters), ""),
        requireNonNullElse(fields.optional("case", each -> each.oneOf(CASES)), LetterCase.AS_GIVEN),
        requireNonNullElse(fields.optional("padTo", each -> each.wholeNumber(1, MOST_DIGITS)), 0));
  }

  /** Text that may be nothing but blanks. */
  private static @Nullable String characters(Value value) {
    boolean blanks =
        value.node() instanceof ScalarNode scalar
            && !scalar.isPlain()
            && !scalar.getValue().isEmpty()
            && scalar.getValue().isBlank();
    String text = blanks ? ((ScalarNode) value.node()).getValue() : value.text();
    return text != null && text.chars().anyMatch(c -> Character.isSurrogate((char) c))
        ? value.wrong(
            value.name() + " holds a character that is no letter, digit or punctuation",
            "remove it")
        : text;
  }
}
