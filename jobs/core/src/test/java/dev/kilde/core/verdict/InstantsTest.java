package dev.kilde.core.verdict;

import static dev.kilde.core.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstantsTest {

  @Test
  void theLaterTheEarlierAndTheOneThereIs() {
    assertThat(Instants.latest(day(1), day(2))).isEqualTo(day(2));
    assertThat(Instants.latest(day(2), day(1))).isEqualTo(day(2));
    assertThat(Instants.latest(null, day(1))).isEqualTo(day(1));
    assertThat(Instants.earliest(day(1), day(2))).isEqualTo(day(1));
    assertThat(Instants.earliest(day(2), day(1))).isEqualTo(day(1));
    assertThat(Instants.earliest(null, day(1))).isEqualTo(day(1));
    assertThat(Instants.earliest(day(1), null)).isEqualTo(day(1));
    assertThat(Instants.earliest(null, null)).isNull();
  }

  @Test
  void anExpiryIsPastFromItsInstantOn() {
    assertThat(Instants.isPast(day(1), day(1))).isTrue();
    assertThat(Instants.isPast(day(2), day(1))).isFalse();
    assertThat(Instants.isPast(null, day(1))).isFalse();
  }
}
