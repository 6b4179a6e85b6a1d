package dev.kilde.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A tenant's name inside the names of indices and aliases, which know only some characters.
 * Reversible, so two tenants never share a name:
 *
 * <pre>
 * a-z 0-9 - .        themselves
 * everything else    each byte of its UTF-8 form as _ and two hex digits
 *
 * acme.dk -> acme.dk      Bøger/2 -> _42_c3_b8ger_2f2      my_shop -> my_5fshop
 * </pre>
 */
final class TenantName {

  /**
   * Names of indices have at most 255 bytes; this leaves room for what stands around the tenant.
   */
  static final int MAX_ESCAPED = 230;

  private static final HexFormat HEX = HexFormat.of();

  private TenantName() {}

  static boolean fits(String tenant) {
    return escape(tenant).length() <= MAX_ESCAPED;
  }

  static String escape(String tenant) {
    StringBuilder name = new StringBuilder();
    for (byte unit : tenant.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(unit)) {
        name.append((char) unit);
      } else {
        name.append('_').append(HEX.toHexDigits(unit));
      }
    }
    return name.toString();
  }

  static String unescape(String name) {
    ByteArrayOutputStream tenant = new ByteArrayOutputStream();
    for (int at = 0; at < name.length(); at++) {
      if (name.charAt(at) == '_') {
        if (at + 2 >= name.length()) {
          throw new IllegalArgumentException("not a tenant's name: " + name);
        }
        tenant.write(HexFormat.fromHexDigits(name, at + 1, at + 3));
        at += 2;
      } else {
        tenant.write(name.charAt(at));
      }
    }
    return tenant.toString(StandardCharsets.UTF_8);
  }

  private static boolean isPlain(byte unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= '0' && unit <= '9')
        || unit == '-'
        || unit == '.';
  }
}
