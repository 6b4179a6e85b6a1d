package dev.kilde.connectors.files;

import static dev.kilde.connectors.files.Folder.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableInputTest {

  @TempDir Path root;

  @Test
  void aMissingFolder() throws IOException {
    Path missing = root.resolve("missing");
    assertThat(message(missing)).isEqualTo("cannot read " + missing + ": no such folder");
  }

  @Test
  void aFileInPlaceOfAFolder() throws IOException {
    Path file = Files.createFile(root.resolve("events.jsonl"));
    assertThat(message(file)).isEqualTo("cannot read " + file + ": not a folder");
  }

  @Test
  void aFolderWithoutInput() throws IOException {
    Folder folder = Folder.in(root).write("profiles.jsonl", "{}");
    assertThat(message(folder.path()))
        .startsWith("nothing to read in " + folder.path())
        .contains("such as orders.jsonl");
  }

  @Test
  void aTruncatedGzipFile() throws IOException {
    byte[] whole = Folder.zipped(manyLines());
    assertThat(gzip(Arrays.copyOf(whole, whole.length / 2)))
        .endsWith("tracking.jsonl.gz: it ends in the middle, the file is truncated");
  }

  @Test
  void aGzipFileWithoutItsLastByte() throws IOException {
    byte[] whole = Folder.zipped(manyLines());
    assertThat(gzip(Arrays.copyOf(whole, whole.length - 1))).endsWith("the file is truncated");
  }

  @Test
  void aCorruptGzipFile() throws IOException {
    byte[] broken = Folder.zipped(manyLines());
    Arrays.fill(broken, 100, 140, (byte) 0x55);
    assertThat(gzip(broken)).contains("cannot read ").contains("tracking.jsonl.gz: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 20, 200})
  void aGzipFileWithTheBeginningOfAnotherBehindIt(int bytes) throws IOException {
    byte[] whole = Folder.zipped(manyLines());
    byte[] joined = Arrays.copyOf(whole, whole.length + bytes);
    System.arraycopy(whole, 0, joined, whole.length, bytes);
    assertThat(gzip(joined)).contains("cannot read ").contains("tracking.jsonl.gz: ");
  }

  @Test
  void aGzipFileWithSomethingElseBehindIt() throws IOException {
    byte[] whole = Folder.zipped(manyLines());
    byte[] joined = Arrays.copyOf(whole, whole.length + 100);
    Arrays.fill(joined, whole.length, joined.length, (byte) 'x');
    assertThat(gzip(joined)).contains("cannot read ").contains("tracking.jsonl.gz: ");
  }

  @Test
  void somethingElseThatIsCalledGz() throws IOException {
    assertThat(gzip(manyLines())).endsWith("tracking.jsonl.gz: Input is not in the .gz format");
  }

  @Test
  void anEmptyGzipFile() throws IOException {
    assertThat(gzip(new byte[0])).endsWith("Input is not in the .gz format");
  }

  @Test
  void aFolderCalledLikeAFile() throws IOException {
    Folder folder = Folder.in(root);
    Path inner = Files.createDirectory(folder.path().resolve("orders.jsonl"));
    assertThat(message(folder.path())).startsWith("cannot read " + inner + ": ");
  }

  private String gzip(byte[] bytes) throws IOException {
    Folder folder = Folder.in(root);
    Files.write(folder.path().resolve("tracking.jsonl.gz"), bytes);
    return message(folder.path());
  }

  /** The one line a command shows; nothing temporary may be left behind. */
  private String message(Path folder) throws IOException {
    Path work = Files.createDirectories(root.resolve("work"));
    UnreadableInputException refused =
        catchThrowableOfType(
            UnreadableInputException.class,
            () ->
                OrderedInput.read(
                    folder, OrderedInput.Options.defaults(null, work, Instant.EPOCH)));
    assertThat(refused).isNotNull();
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).isEmpty();
    }
    assertThat(refused.getMessage()).doesNotContain("\n");
    return refused.getMessage();
  }

  private static byte[] manyLines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      lines.append(viewed("e" + i * 7919L, "2026-01-01T00:00:00Z")).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
