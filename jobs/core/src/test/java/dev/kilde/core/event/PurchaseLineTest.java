package dev.kilde.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseLineTest {

  /** Amount x (1 - returned / quantity); '-' is not said. */
  @ParameterizedTest
  @CsvSource({
    "quantity 1,   amount 100, returned -, net 100,       kept true",
    "quantity 4,   amount 100, returned 1, net 75,        kept true",
    "quantity 3,   amount 100, returned 1, net 66.666667, kept true",
    "quantity 3,   amount 100, returned 2, net 33.333333, kept true",
    "quantity 2,   amount 100, returned 2, net 0,         kept false",
    "quantity 2,   amount 100, returned 0, net 100,       kept true",
    "quantity 0.5, amount 100, returned 0.25, net 50,     kept true",
    "quantity -1,  amount -90, returned -, net -90,       kept false",
    "quantity -,   amount 100, returned -, net 100,       kept true",
    "quantity -,   amount -90, returned -, net -90,       kept false",
    "quantity 1,   amount -,   returned -, net 0,         kept true",
    "quantity 0,   amount 100, returned 1, net 100,       kept false",
  })
  void theNetOfALineIsWhatDidNotComeBack(
      String quantity, String amount, String returned, String net, String kept) {
    PurchaseLine line = line(quantity, amount, returned);

    assertThat(line.net()).isEqualByComparingTo(value(net));
    assertThat(line.kept()).isEqualTo(Boolean.parseBoolean(value(kept)));
  }

  @ParameterizedTest
  @CsvSource({
    "quantity 3, amount 100, returned -, net 0",
    "quantity -, amount 100, returned -, net 0",
    "quantity -, amount -90, returned -, net 0",
    "quantity 0, amount -50, returned -, net 0",
    "quantity 4, amount 100, returned 3, net 25",
  })
  void aLineOfAReturnedOrderCameBackInFullUnlessItSaysOtherwise(
      String quantity, String amount, String returned, String net) {
    PurchaseLine line = line(quantity, amount, returned).returnedInFull();

    assertThat(line.net()).isEqualByComparingTo(value(net));
  }

  private static PurchaseLine line(String quantity, String amount, String returned) {
    return Told.line("tent", orNull(quantity), orNull(amount), orNull(returned));
  }

  private static String orNull(String named) {
    return value(named).equals("-") ? null : value(named);
  }

  private static String value(String named) {
    return named.substring(named.indexOf(' ') + 1);
  }
}
