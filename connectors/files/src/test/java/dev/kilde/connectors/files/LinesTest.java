package dev.kilde.connectors.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LinesTest {

  private static final int MEBIBYTE = 1 << 20;

  @Test
  void splitsAtLineFeedsOnlyAndKeepsEveryOtherByte() throws IOException {
    assertThat(texts(read("a\r\nb\rc\u2028d\nlast".getBytes(UTF_8))))
        .containsExactly("a\r", "b\rc\u2028d", "last");
  }

  @Test
  void passesOverBlankLinesButCountsThem() throws IOException {
    Lines lines = lines("\n \t\r\na\n\n\nb\n  ".getBytes(UTF_8));
    List<Line> read = all(lines);
    assertThat(texts(read)).containsExactly("a", "b");
    assertThat(read).extracting(Line::number).containsExactly(3L, 6L);
    assertThat(lines.blankLines()).isEqualTo(5);
  }

  @Test
  void nothingIsNoLine() throws IOException {
    assertThat(read(new byte[0])).isEmpty();
  }

  @Test
  void aNulByteIsNotBlank() throws IOException {
    assertThat(read(new byte[] {0, '\n', ' ', 0})).hasSize(2);
  }

  @Test
  void takesALineOfOneMebibyteWhole() throws IOException {
    byte[] line = new byte[MEBIBYTE];
    Arrays.fill(line, (byte) 'x');
    List<Line> read = read(line);
    assertThat(read).singleElement().extracting(Line::tooLong).isEqualTo(false);
    assertThat(read.get(0).bytes()).isEqualTo(line);
  }

  @Test
  void keepsTheFirst64KibibytesOfALongerLineAndGoesOnBehindIt() throws IOException {
    byte[] bytes = new byte[3 * MEBIBYTE + 4];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ('a' + i % 23);
    }
    bytes[bytes.length - 3] = '\n';
    List<Line> read = read(bytes);
    assertThat(read).extracting(Line::tooLong).containsExactly(true, false);
    assertThat(read.get(0).bytes()).isEqualTo(Arrays.copyOf(bytes, 1 << 16));
    assertThat(read.get(1).number()).isEqualTo(2);
    assertThat(read.get(1).bytes()).hasSize(2);
  }

  @Test
  void oneByteOverAMebibyteIsTooLong() throws IOException {
    byte[] bytes = new byte[MEBIBYTE + 2];
    Arrays.fill(bytes, (byte) 'x');
    bytes[MEBIBYTE + 1] = '\n';
    assertThat(read(bytes)).singleElement().extracting(Line::tooLong).isEqualTo(true);
  }

  @Test
  void aLongLineOfBlanksIsBlank() throws IOException {
    byte[] bytes = new byte[2 * MEBIBYTE];
    Arrays.fill(bytes, (byte) ' ');
    assertThat(read(bytes)).isEmpty();
  }

  @Test
  void holdsNoMoreThanAMebibyteAndABufferOfAnEndlessLine() throws IOException {
    try (Lines lines = new Lines(new EndlessLine(1L << 30))) {
      Line line = lines.next();
      assertThat(line).isNotNull();
      assertThat(line.bytes()).hasSize(1 << 16);
      assertThat(lines.next()).isNull();
    }
  }

  @Property(tries = 200)
  void anyBytesComeBackWhateverTheReadsBring(
      @ForAll @Size(max = 300) List<@IntRange(min = 9, max = 12) Integer> drawn,
      @ForAll @IntRange(min = 1, max = 7) int chunk)
      throws IOException {
    byte[] bytes = new byte[drawn.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (int) drawn.get(i);
    }
    List<String> expected =
        Arrays.stream(new String(bytes, UTF_8).split("\n"))
            .filter(line -> !line.chars().allMatch(c -> c == '\t'))
            .toList();
    List<Line> read = all(new Lines(new Dribble(bytes, chunk)));
    assertThat(texts(read)).isEqualTo(expected);
  }

  private static Lines lines(byte[] bytes) {
    return new Lines(new ByteArrayInputStream(bytes));
  }

  private static List<Line> read(byte[] bytes) throws IOException {
    return all(lines(bytes));
  }

  private static List<Line> all(Lines lines) throws IOException {
    List<Line> all = new ArrayList<>();
    try (lines) {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        all.add(line);
      }
    }
    return all;
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(line -> new String(line.bytes(), UTF_8)).toList();
  }

  /** A line that would not fit into the heap of the tests. */
  private static final class EndlessLine extends InputStream {
    private long left;

    EndlessLine(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int given = (int) Math.min(left, length);
      Arrays.fill(target, offset, offset + given, (byte) 'x');
      left -= given;
      return given;
    }
  }

  /** Brings only a few bytes at a time. */
  private static final class Dribble extends ByteArrayInputStream {
    private final int chunk;

    Dribble(byte[] bytes, int chunk) {
      super(bytes);
      this.chunk = chunk;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(chunk, length));
    }
  }
}
