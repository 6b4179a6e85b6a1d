package dev.kilde.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final Retention GIVEN = new Retention(Duration.ofDays(7), null);

  @Test
  void retentionThatIsNotSetIsTheCallers() {
    assertThat(with(null).retentionOr(GIVEN)).isEqualTo(GIVEN);
  }

  @Test
  void aPartOfRetentionThatIsSetWinsAndTheOtherIsTheCallers() {
    Limits purchasesOnly = with(new Retention(null, Duration.ofDays(30)));

    assertThat(purchasesOnly.retentionOr(Retention.FOREVER))
        .isEqualTo(new Retention(null, Duration.ofDays(30)));
    assertThat(purchasesOnly.retentionOr(Retention.DEFAULT))
        .isEqualTo(new Retention(Duration.ofDays(400), Duration.ofDays(30)));
  }

  @Test
  void laterChangesToWhatItWasMadeFromDoNotShow() {
    List<Cap> caps = new ArrayList<>(Limits.DEFAULT.caps());
    Map<String, BigDecimal> rates = new HashMap<>(Map.of("USD", new BigDecimal("6.9")));
    Limits limits =
        new Limits(
            caps, null, Limits.DEFAULT.timeZone(), "DK", "DKK", rates, /* retention= */ null);

    caps.clear();
    rates.clear();

    assertThat(limits.caps()).hasSize(2);
    assertThat(limits.rates()).containsOnlyKeys("USD");
    assertThatThrownBy(() -> limits.rates().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Limits with(@Nullable Retention retention) {
    Limits defaults = Limits.DEFAULT;
    return new Limits(
        defaults.caps(),
        defaults.quietHours(),
        defaults.timeZone(),
        defaults.defaultCountry(),
        defaults.currency(),
        defaults.rates(),
        retention);
  }
}
