package dev.kilde.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WildcardTest {

  @Property
  void aStarIsARegularExpressionsDotStar(
      @ForAll("patterns") String pattern, @ForAll("values") String value) {
    String expression =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));

    assertThat(Wildcard.matches(pattern, value))
        .isEqualTo(Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(value).matches());
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("aB@*").ofMaxLength(6);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings().withChars("abB@").ofMaxLength(8);
  }

  @Test
  void aPatternOfManyStarsDoesNotTakeForEver() {
    assertThat(Wildcard.matches("*a".repeat(50) + "b", "a".repeat(512))).isFalse();
  }
}
