package dev.kilde.core.laws;

import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Mistake;
import dev.kilde.core.shape.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws a value of any shape: what a definition might hold, whatever kinds there come to be. Its
 * words are those of {@link DrawnPast}, so that what is asked about has happened.
 */
final class DrawnArguments {

  /** A condition inside so many others holds no more. */
  private static final int DEEPEST = 2;

  private static final int TRIES = 200;

  private static final List<Duration> SPANS =
      List.of(
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofHours(36),
          Duration.ofDays(2),
          Duration.ofDays(7),
          Duration.ofDays(20),
          Duration.ofDays(60));

  private final SplittableRandom random;

  DrawnArguments(SplittableRandom random) {
    this.random = random;
  }

  /** A value of the shape; what would be a mistake is drawn again. */
  <T> T draw(Shape<T> shape) {
    return drawn(shape, 0);
  }

  private <T> T drawn(Shape<T> shape, int depth) {
    for (int i = 0; i < TRIES; i++) {
      try {
        return as(shape, depth);
      } catch (Mistake again) {
        // what cannot mean anything is not drawn
      }
    }
    throw new AssertionError("nothing of this shape means anything: " + shape);
  }

  @SuppressWarnings("unchecked") // each shape is drawn as what it says
  private <T> T as(Shape<T> shape, int depth) {
    return (T) value(shape, depth);
  }

  private Object value(Shape<?> shape, int depth) {
    if (shape instanceof Shape.Text text) {
      return random.nextBoolean() ? text.example() : DrawnPast.word(random);
    }
    if (shape instanceof Shape.Word word) {
      return of(word.words());
    }
    if (shape instanceof Shape.Whole whole) {
      return Math.min(whole.max(), Math.max(whole.min(), random.nextInt(5)));
    }
    if (shape instanceof Shape.Decimal decimal) {
      BigDecimal number = BigDecimal.valueOf(of(List.of(0, 1, 2, 3, 10, 50, 99, 100, 500)));
      return number.min(decimal.max()).max(decimal.min());
    }
    if (shape instanceof Shape.Span span) {
      Duration drawn = of(SPANS);
      return drawn.compareTo(span.min()) < 0
          ? span.min()
          : drawn.compareTo(span.max()) > 0 ? span.max() : drawn;
    }
    if (shape instanceof Shape.Moment) {
      return DrawnPast.instant(random);
    }
    if (shape instanceof Shape.Flag) {
      return random.nextBoolean();
    }
    return composed(shape, depth);
  }

  private Object composed(Shape<?> shape, int depth) {
    if (shape instanceof Shape.ListOf<?> list) {
      return several(list.each(), list.least() + random.nextInt(3), depth);
    }
    if (shape instanceof Shape.OneOrMore<?> some) {
      return several(some.each(), 1 + random.nextInt(2), depth);
    }
    if (shape instanceof Shape.Mapping mapping) {
      return arguments(mapping, depth);
    }
    if (shape instanceof Shape.OneKey<?> choice) {
      List<? extends Kind<?>> kinds =
          choice.kinds().get().stream()
              .filter(kind -> depth < DEEPEST || !holdsOthers(kind.shape()))
              .toList();
      return drawn(of(kinds).shape(), depth + 1);
    }
    if (shape instanceof Shape.Built<?, ?> built) {
      return built(built, depth);
    }
    throw new AssertionError("a shape nobody draws: " + shape);
  }

  private List<Object> several(Shape<?> each, int number, int depth) {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(drawn(each, depth));
    }
    return all;
  }

  private Arguments arguments(Shape.Mapping mapping, int depth) {
    Arguments.Reading reading = new Arguments.Reading();
    for (Field<?> field : mapping.fields()) {
      if (field.required() || random.nextInt(3) == 0) {
        put(reading, field, depth);
      }
    }
    return reading.done();
  }

  private <T> void put(Arguments.Reading reading, Field<T> field, int depth) {
    reading.with(field, drawn(field.shape(), depth));
  }

  private <A, T> T built(Shape.Built<A, T> built, int depth) {
    return built.build().apply(as(built.from(), depth));
  }

  private static boolean holdsOthers(Shape<?> shape) {
    if (shape instanceof Shape.ListOf<?> list) {
      return holdsOthers(list.each());
    }
    if (shape instanceof Shape.OneOrMore<?> some) {
      return holdsOthers(some.each());
    }
    if (shape instanceof Shape.Mapping mapping) {
      return mapping.fields().stream().anyMatch(field -> holdsOthers(field.shape()));
    }
    if (shape instanceof Shape.Built<?, ?> built) {
      return holdsOthers(built.from());
    }
    return shape instanceof Shape.OneKey<?>;
  }

  private <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
