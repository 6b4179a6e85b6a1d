package dev.kilde.core.score;

import static dev.kilde.core.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.facts.Cart;
import dev.kilde.core.facts.Seen;
import org.junit.jupiter.api.Test;

class FactValuesTest {

  private static final Seen FIRST = new Seen(day(1), day(2));

  @Test
  void oneWhoIsLeftOutIsEmpty() {
    FactValues facts = FactValues.NONE.with(Seen.FACT, FIRST);

    assertThat(facts.get(Seen.FACT)).isEqualTo(FIRST);
    assertThat(facts.get(Cart.FACT)).isEqualTo(Cart.FACT.empty());
    assertThat(FactValues.NONE.get(Seen.FACT)).isEqualTo(Seen.FACT.empty());
  }
}
