package dev.kilde.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.schemas.GeneratedRecords;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonFuzzTest {

  private static final String[] TOKENS = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "1e999999999",
    "-",
    "0",
    "\\u0000",
    "\\ud800",
    "\"\"",
    "[[[[",
    "1.5",
    "\"unknown\"",
    "\u0000"
  };

  private final InputDecoder decoder = new InputDecoder();
  private final JsonForm json = new JsonForm();

  @Provide
  Arbitrary<Topic> inputs() {
    return Arbitraries.of(Topic.inputs());
  }

  @Property(tries = 300)
  void anyBytesAreARecordOrARejection(@ForAll("inputs") Topic topic, @ForAll byte[] bytes) {
    expectRecordOrRejection(topic, bytes);
  }

  @Property(tries = 300)
  void anyTextIsARecordOrARejection(@ForAll("inputs") Topic topic, @ForAll String text) {
    expectRecordOrRejection(topic, ("{\"tenant\":" + text).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 3000)
  void aGoodLineWithMistakesIsARecordOrARejection(
      @ForAll("inputs") Topic topic, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] line = json.write(GeneratedRecords.any(topic.schema(), random));
    for (int mistakes = random.nextInt(4); mistakes >= 0; mistakes--) {
      line = mutated(line, random);
    }
    expectRecordOrRejection(topic, line);
  }

  private void expectRecordOrRejection(Topic topic, byte[] line) {
    try {
      assertThat(decoder.json(topic, line)).isNotNull();
    } catch (RejectedException e) {
      // "cannot be read" is the safety net for exceptions nobody thought of
      assertThat(e.rejection().detail()).isNotBlank().doesNotContain("cannot be read");
    }
  }

  private static byte[] mutated(byte[] line, Random random) {
    if (line.length == 0) {
      return line;
    }
    int at = random.nextInt(line.length);
    int end = at + random.nextInt(Math.min(20, line.length - at) + 1);
    return switch (random.nextInt(5)) {
      case 0 -> joined(line, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
      case 1 -> Arrays.copyOf(line, at);
      case 2 -> joined(line, at, new byte[0], end);
      case 3 -> joined(line, end, Arrays.copyOfRange(line, at, end), end);
      default ->
          joined(
              line,
              at,
              TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8),
              end);
    };
  }

  private static byte[] joined(byte[] line, int until, byte[] middle, int from) {
    byte[] joined = Arrays.copyOf(line, until + middle.length + line.length - from);
    System.arraycopy(middle, 0, joined, until, middle.length);
    System.arraycopy(line, from, joined, until + middle.length, line.length - from);
    return joined;
  }
}
