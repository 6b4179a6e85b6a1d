package dev.kilde.connectors.files;

import static dev.kilde.connectors.files.Folder.viewed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.input.Input;
import dev.kilde.schemas.record.DeadLetter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a line: one dead letter with its bytes, and the lines around it are read. */
class GarbageTest {

  private static final String GOOD = viewed("good", "2026-01-01T00:00:00Z");
  private static final String LAST = viewed("last", "2026-01-02T00:00:00Z");

  @TempDir Path root;

  static Stream<Arguments> garbage() {
    return Stream.of(
        Arguments.of("truncated JSON", bytes("{\"tenant\":\"shop\",\"eventId\":"), "not_json"),
        Arguments.of("no JSON", bytes("hello"), "not_json"),
        Arguments.of("a list", bytes("[1,2]"), "not_an_object"),
        Arguments.of("a wrong type", bytes(GOOD.replace("\"page_viewed\"", "[7]")), "wrong_type"),
        Arguments.of("no tenant", bytes(GOOD.replace("\"tenant\":\"shop\",", "")), "missing_field"),
        Arguments.of("an unknown name", bytes(GOOD.replace("page_viewed", "x")), "unknown_enum"),
        Arguments.of("too deep", bytes("[".repeat(40) + "]".repeat(40)), "too_deep"),
        Arguments.of("a blob", new byte[] {(byte) 0xff, 1, 2, (byte) 0xfe, 13}, "not_json"),
        Arguments.of("a blob with NUL", new byte[] {0, 0, 7, 0}, "not_json"),
        Arguments.of("only NUL", new byte[] {0}, "not_json"),
        Arguments.of("two objects", bytes(GOOD + GOOD), "not_json"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("garbage")
  void isOneDeadLetter(String what, byte[] line, String reason) throws IOException {
    OrderedInput input = read(bytes(GOOD + "\n"), line, bytes("\n" + LAST + "\n"));
    DeadLetter letter = onlyLetter(input);
    assertThat(letter.getReason()).as(what).isEqualTo(reason);
    assertThat(letter.getPayload().array()).isEqualTo(line);
    assertThat(letter.getSource()).isEqualTo("tracking.jsonl:2");
    assertThat(letter.getStage()).isEqualTo("decode");
    assertThat(letter.getAt()).isEqualTo(Folder.NOW);
    assertThat(input.recordsTotal()).isEqualTo(2);
    assertThat(input.rejected().values()).containsExactly(1L);
  }

  @Test
  void aLineOverAMebibyteKeepsItsFirst64Kibibytes() throws IOException {
    byte[] line =
        bytes(GOOD.replace("\"name\"", "\"url\":\"" + "u".repeat(1 << 20) + "\",\"name\""));
    OrderedInput input = read(bytes(GOOD + "\n"), line, bytes("\n" + LAST + "\n"));
    DeadLetter letter = onlyLetter(input);
    assertThat(letter.getReason()).isEqualTo("too_large");
    assertThat(letter.getPayload().array()).isEqualTo(Arrays.copyOf(line, 1 << 16));
    assertThat(input.recordsTotal()).isEqualTo(2);
  }

  @Test
  void aBadLineOfExactlyAMebibyteIsKeptWhole() throws IOException {
    byte[] line = new byte[1 << 20];
    Arrays.fill(line, (byte) 'x');
    DeadLetter letter = onlyLetter(read(line));
    assertThat(letter.getReason()).isEqualTo("not_json");
    assertThat(letter.getPayload().array()).isEqualTo(line);
  }

  @Test
  void aGoodLineOfAMebibyteThatIsLargerOnTheWireIsRead() throws IOException {
    String order =
        """
        {"tenant":"s","eventId":"e","occurredAt":0,"identifiers":{"email":"a@b"},"orderId":"1",\
        "placedAt":0,"status":"placed","lines":[{}%s]}\
        """
            .formatted(",{}".repeat(340_000));
    Folder folder = Folder.in(root).write("orders.jsonl", order);
    OrderedInput input = folder.read();
    assertThat(input.rejected()).isEqualTo(Map.of());
    assertThat(Folder.play(input, Pace.DEFAULT).stream().filter(Input::isRecord)).hasSize(1);
  }

  @Test
  void emptyLinesCarriageReturnsAByteOrderMarkAndAMissingLastLineFeedAreNoGarbage()
      throws IOException {
    OrderedInput input =
        read(
            new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
            bytes(GOOD + "\r\n\n \t \r\n\r\n"),
            bytes(LAST));
    assertThat(input.rejected()).isEqualTo(Map.of());
    assertThat(input.recordsTotal()).isEqualTo(2);
    assertThat(input.blankLines()).isEqualTo(3);
  }

  @Test
  void aBinaryFileWithoutLineFeedsIsOneLine() throws IOException {
    byte[] blob = new byte[300_000];
    for (int i = 0; i < blob.length; i++) {
      blob[i] = (byte) (i * 31 % 251 | 0x80);
    }
    assertThat(onlyLetter(read(blob)).getPayload().array()).isEqualTo(blob);
  }

  @Test
  void deadLettersComeInOrderOfFileAndLine() throws IOException {
    Folder folder =
        Folder.in(root).write("tracking.jsonl", "b", GOOD, "a").write("orders.jsonl", "c");
    assertThat(letters(folder.read()))
        .extracting(DeadLetter::getSource)
        .containsExactly("orders.jsonl:1", "tracking.jsonl:1", "tracking.jsonl:3");
  }

  private OrderedInput read(byte[]... parts) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      file.write(part);
    }
    return Folder.in(root).write("tracking.jsonl", file.toByteArray()).read();
  }

  private static DeadLetter onlyLetter(OrderedInput input) throws IOException {
    List<DeadLetter> letters = letters(input);
    assertThat(letters).hasSize(1);
    return letters.get(0);
  }

  private static List<DeadLetter> letters(OrderedInput input) throws IOException {
    return Folder.play(input, Pace.DEFAULT).stream()
        .filter(element -> element.kind() == Input.Kind.DEAD_LETTER)
        .map(Input::deadLetter)
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
