package dev.kilde.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "ab 12-34,   ' -', UPPER,    0,  AB1234",
    "ab 12-34,   ' -', AS_GIVEN, 0,  ab1234",
    "AB 12-34,   '',   LOWER,    0,  ab 12-34",
    "12-34,      ' -', AS_GIVEN, 8,  00001234",
    "123456789,  ' -', AS_GIVEN, 8,  123456789",
    "AB-34,      ' -', AS_GIVEN, 8,  AB34",
    "12 -,       -,    AS_GIVEN, 4,  0012",
    "istanbul,   '',   UPPER,    0,  ISTANBUL",
    "a1S,        S,    UPPER,    0,  A1",
    "--,         -,    AS_GIVEN, 4,  ''",
  })
  void aValueIsWrittenInOneWay(
      String given, String remove, LetterCase letterCase, int padTo, String expected) {
    assertThat(of(given, new Spelling(remove, letterCase, padTo))).isEqualTo(expected);
  }

  @Test
  void whereNothingChangesNothingIsMade() {
    Identifier given = new Identifier(IdentifierKind.LOYALTY_NUMBER, "AB1234");

    assertThat(new Spelling(" -", LetterCase.UPPER, 4).of(given)).isSameAs(given);
    assertThat(Spelling.AS_GIVEN.of(given)).isSameAs(given);
  }

  @Property
  void whatIsSpelledStaysAsItIs(
      @ForAll @Chars({' ', '-', 'a', 'A', '0', '1', 's', 'S', '\u00DF', '\u00A0'}) String value,
      @ForAll @Chars({' ', '-', 'a', 'A', '0', 's', 'S', '\u00A0'}) String remove,
      @ForAll LetterCase letterCase,
      @ForAll @IntRange(max = 20) int padTo) {
    Spelling spelling = new Spelling(remove, letterCase, padTo);

    String once = of(value, spelling);

    assertThat(of(once, spelling)).isEqualTo(once);
  }

  @Test
  void theOrderOfWhatIsRemovedDoesNotMatter() {
    assertThat(new Spelling("- -", LetterCase.AS_GIVEN, 0))
        .isEqualTo(new Spelling(" -", LetterCase.AS_GIVEN, 0));
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new Spelling("", LetterCase.AS_GIVEN, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Spelling("\uD83D\uDE00", LetterCase.AS_GIVEN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String of(String value, Spelling spelling) {
    return spelling.of(Identifier.of(IdentifierKind.LOYALTY_NUMBER, value)).value();
  }
}
