package dev.kilde.schemas.json;

import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Rejection.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What one look over the bytes tells before they are parsed.
 *
 * @param start where the text begins, after a byte order mark
 * @param hasUnicodeEscapes whether a backslash is followed by {@code u} anywhere
 */
record JsonText(int start, boolean hasUnicodeEscapes) {

  /**
   * Looks over a line; refuses what is not UTF-8. A zero byte is refused, too: the parser would
   * take it for UTF-16.
   */
  static JsonText of(byte[] line) throws RejectedException {
    boolean ascii = true;
    boolean escapes = false;
    for (int i = 0; i < line.length; i++) {
      byte b = line[i];
      if (b == 0) {
        throw new RejectedException(
            Reason.NOT_JSON, "a zero byte at byte " + i + ": is this a text file in UTF-8?");
      }
      ascii &= b > 0;
      escapes |= b == '\\' && i + 1 < line.length && line[i + 1] == 'u';
    }
    if (!ascii) {
      checkUtf8(line);
    }
    return new JsonText(startsWithMark(line) ? 3 : 0, escapes);
  }

  private static void checkUtf8(byte[] line) throws RejectedException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
    } catch (CharacterCodingException e) {
      throw new RejectedException(Reason.NOT_JSON, "not UTF-8: write the file in UTF-8");
    }
  }

  private static boolean startsWithMark(byte[] line) {
    return line.length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }
}
