package dev.kilde.core.definition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CapTest {

  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void transactionalMessagesAreNeverCapped() {
    assertThatThrownBy(() -> new Cap(null, MessageClass.TRANSACTIONAL, 1, DAY))
        .hasMessageContaining("transactional");
  }

  @Test
  void aNegativeNumberAndAnEmptySpanAreRefused() {
    assertThatThrownBy(() -> new Cap("sms", MessageClass.MARKETING, -1, DAY))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> new Cap("sms", MessageClass.MARKETING, 1, Duration.ZERO))
        .hasMessageContaining("PT0S");
  }
}
