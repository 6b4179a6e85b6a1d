package dev.kilde.profile.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The small parts of anything that is written, drawn from a seed. */
class Any {

  private static final List<String> TEXTS =
      List.of(
          "", " ", "a", "æøå", "日本", "\uD83D\uDE00", "\u0000", "x".repeat(70_000), "Ω".repeat(50));

  private final Random random;

  Any(Random random) {
    this.random = random;
  }

  Random random() {
    return random;
  }

  boolean flag() {
    return random.nextBoolean();
  }

  <E> E one(E[] values) {
    return values[random.nextInt(values.length)];
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  long count() {
    return random.nextLong() >>> random.nextInt(1, 64);
  }

  Instant instant() {
    return Instant.ofEpochMilli(random.nextLong(-4_102_444_800_000L, 4_102_444_800_000L));
  }

  BigDecimal decimal() {
    return new BigDecimal(new BigInteger(random.nextInt(1, 120), random), random.nextInt(-9, 30))
        .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1));
  }

  <E> List<E> list(Supplier<E> element) {
    List<E> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(element.get());
    }
    return list;
  }

  <E> @Nullable E maybe(Supplier<E> value) {
    return random.nextBoolean() ? null : value.get();
  }
}
