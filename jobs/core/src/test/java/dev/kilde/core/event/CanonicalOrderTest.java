package dev.kilde.core.event;

import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CanonicalOrderTest {

  private final Told ada = Told.ofEmail("ada@example.com");

  @Test
  void timeComesFirstThenTheTopicsNameThenTheId() {
    Event first = ada.viewed("z", minute(1), "tent");
    Event second = ada.contact("z", minute(2), "DK", null, null, java.util.Map.of());
    Event third = ada.engaged("a", minute(2), "email", EngagementKind.OPENED);
    Event fourth = ada.viewed("a", minute(2), "tent");
    Event fifth = ada.viewed("b", minute(2), "tent");

    assertThat(Stream.of(fifth, third, fourth, second, first).sorted(CanonicalOrder.OF_EVENTS))
        .containsExactly(first, second, third, fourth, fifth);
  }

  /** In UTF-16 a surrogate comes before U+FF5E, in UTF-8 after it. */
  @Test
  void idsCompareAsTheirBytesDoOnTheWire() {
    String emoji = "\uD83D\uDE00";
    String fullWidthTilde = "\uFF5E";

    assertThat(emoji.compareTo(fullWidthTilde)).isNegative();
    assertThat(CanonicalOrder.compareUtf8(emoji, fullWidthTilde)).isPositive();
    assertThat(CanonicalOrder.compareUtf8(fullWidthTilde, emoji)).isNegative();
    assertThat(CanonicalOrder.compareUtf8(emoji, emoji + "a")).isNegative();
  }

  @Property(tries = 5_000)
  void itIsTheOrderOfUtf8Bytes(@ForAll("texts") String left, @ForAll("texts") String right) {
    int bytes =
        Arrays.compareUnsigned(
            left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    assertThat(Integer.signum(CanonicalOrder.compareUtf8(left, right)))
        .isEqualTo(Integer.signum(bytes));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "\u00E9", "\uD7FF", "\uE000", "\uFF5E", "\uD83D\uDE00", "\uD83D\uDE01")
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }
}
