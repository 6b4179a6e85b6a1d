package dev.kilde.profile.state;

import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import java.io.IOException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** {@link IdentifierKey}, and null: the kind, then the hash as bytes. */
public final class IdentifierKeyFormat {

  private static final int BYTES = 16;

  private IdentifierKeyFormat() {}

  /** Writes it, or that there is none. */
  public static void write(@Nullable IdentifierKey key, StateWriter out) throws IOException {
    out.constant(key == null ? null : key.kind());
    if (key != null) {
      out.fixedBytes(HexFormat.of().parseHex(key.hash()));
    }
  }

  static @Nullable IdentifierKey readOptional(StateReader in) throws IOException {
    IdentifierKind kind = in.optionalConstant(IdentifierKind.values());
    return kind == null
        ? null
        : new IdentifierKey(kind, HexFormat.of().formatHex(in.fixedBytes(BYTES)));
  }

  /** Reads one that is there. */
  public static IdentifierKey read(StateReader in) throws IOException {
    IdentifierKey key = readOptional(in);
    if (key == null) {
      throw new IOException("an identifier is missing");
    }
    return key;
  }
}
