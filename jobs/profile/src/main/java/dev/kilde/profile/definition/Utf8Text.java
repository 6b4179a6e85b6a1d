package dev.kilde.profile.definition;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Bytes to the characters YAML allows. */
final class Utf8Text {

  private Utf8Text() {}

  /** The text; null after telling where it is not UTF-8, or not a character of YAML. */
  static @Nullable String decode(byte[] bytes, Problems problems) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, /* endOfInput= */ true);
    String text = decoded.flip().toString();
    if (result.isError()) {
      addAtEnd(text, problems, "not UTF-8 text from here on", "save it with the encoding UTF-8");
      return null;
    }
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int codePoint = text.codePointAt(at);
      if (!StreamReader.isPrintable(codePoint)) {
        addAtEnd(
            text.substring(0, at),
            problems,
            "character U+%04X, which YAML does not allow".formatted(codePoint),
            "remove it");
        return null;
      }
    }
    return text;
  }

  private static void addAtEnd(String before, Problems problems, String what, String remedy) {
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    problems.add(line, 1 + before.codePointCount(lineStart, before.length()), what, remedy);
  }
}
