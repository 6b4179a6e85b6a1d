package dev.kilde.core.identity;

import dev.kilde.core.event.Identifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The stable, unreadable name of a person: the first 128 bits of SHA-256 over tenant, kind and
 * normalised identifier, each preceded by its length so that no two triples share an input.
 *
 * @param hex 32 lower-case hexadecimal digits
 */
public record ProfileId(String hex) {

  private static final int BYTES = 16;

  public static ProfileId of(String tenant, Identifier strongest) {
    return of(tenant, strongest.kind().field(), strongest.value());
  }

  /**
   * Who an identifier names after its person was erased: somebody new.
   *
   * @param request the event id of the request
   */
  public static ProfileId afterErasure(IdentifierKey identifier, String request) {
    return of(identifier.kind().field(), identifier.hash(), request);
  }

  private static ProfileId of(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      add(digest, part);
    }
    return new ProfileId(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
