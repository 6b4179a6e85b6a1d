package dev.kilde.core.score.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountBucketTest {

  @ParameterizedTest
  @CsvSource({
    "149.95,         149",
    "1234,           1230",
    "0.5,            0.5",
    "0.000001,       0.000001",
    "99.99,          99.9",
    "100,            100",
    "5.00,           5",
    "5E+6,           5000000",
    "987654321.123,  987000000",
  })
  void keepsThreeDigits(BigDecimal amount, BigDecimal least) {
    assertThat(AmountBucket.least(AmountBucket.of(amount))).isEqualByComparingTo(least);
  }

  @Property
  void isLessThanOnePercentTooLowAndAscends(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long micros,
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long more) {
    BigDecimal amount = BigDecimal.valueOf(micros, 6);
    BigDecimal dearer = BigDecimal.valueOf(micros + more, 6);

    BigDecimal least = AmountBucket.least(AmountBucket.of(amount));

    assertThat(least).isLessThanOrEqualTo(amount);
    assertThat(least.multiply(new BigDecimal("1.01"))).isGreaterThan(amount);
    assertThat(AmountBucket.of(dearer)).isGreaterThanOrEqualTo(AmountBucket.of(amount));
    assertThat(AmountBucket.of(least)).isEqualTo(AmountBucket.of(amount));
  }
}
