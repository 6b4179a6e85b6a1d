package dev.kilde.core.identity;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * Values that sources write where they know nobody: unblocked, a hundred strangers would become one
 * person by them.
 *
 * <p>Whatever the list says, a value of nothing but zeros, {@code x} and characters that are
 * neither letter nor digit is blocked: {@code 0000}, {@code 00000000-0000-0000-0000-000000000000},
 * {@code ----}, {@code xxx-xxx}, {@code ?}. Other repeated characters are not: contact 7 and
 * contact 22 are people.
 *
 * @param any blocked whatever the kind
 * @param ofKind blocked for one kind only; a kind without an entry has none of its own
 */
public record Blocklist(BlockedValues any, Map<IdentifierKind, BlockedValues> ofKind)
    implements Serializable {

  /** Nothing but what is always blocked. */
  public static final Blocklist EMPTY = new Blocklist(BlockedValues.NONE, Map.of());

  /**
   * Built in. The words are what programs print for a missing value, and what shops write for a
   * guest; analytics and customer data platforms refuse much the same. The addresses take no mail
   * for anybody. The devices are constants that many devices have in common: Android's of an early
   * fault, and the hardware address both mobile systems show to apps. No phone number ends in eight
   * zeros.
   */
  public static final Blocklist DEFAULT =
      new Blocklist(
          BlockedValues.of(
              "(null)",
              "-1",
              "[object object]",
              "anon",
              "anonymous",
              "false",
              "guest",
              "n/a",
              "na",
              "nan",
              "nil",
              "none",
              "null",
              "test",
              "true",
              "undefined",
              "unknown"),
          Map.of(
              IdentifierKind.EMAIL,
              BlockedValues.of(
                  "anonymous@*",
                  "do-not-reply@*",
                  "donotreply@*",
                  "no-email@*",
                  "no-reply@*",
                  "no_reply@*",
                  "noemail@*",
                  "nomail@*",
                  "none@none.*",
                  "noreply@*",
                  "test@example.*",
                  "test@test.*",
                  "unknown@*"),
              IdentifierKind.PHONE,
              BlockedValues.of("*00000000"),
              IdentifierKind.DEVICE_ID,
              BlockedValues.of("02:00:00:00:00:00", "9774d56d682e549c")));

  public Blocklist {
    EnumMap<IdentifierKind, BlockedValues> some = new EnumMap<>(IdentifierKind.class);
    ofKind.forEach(
        (kind, values) -> {
          if (!values.equals(BlockedValues.NONE)) {
            some.put(kind, values);
          }
        });
    ofKind = Map.copyOf(some);
  }

  /** What this list blocks, and that. */
  public Blocklist and(Blocklist other) {
    Map<IdentifierKind, BlockedValues> both = new EnumMap<>(IdentifierKind.class);
    both.putAll(ofKind);
    other.ofKind.forEach((kind, values) -> both.merge(kind, values, BlockedValues::and));
    return new Blocklist(any.and(other.any), both);
  }

  /**
   * Whether the identifier names nobody. It is compared as it is: see {@link Normalisation} for one
   * in another form than the list's.
   */
  public boolean blocks(Identifier identifier) {
    String value = identifier.value();
    if (isFiller(value) || any.contains(value)) {
      return true;
    }
    BlockedValues own = ofKind.get(identifier.kind());
    return own != null && own.contains(value);
  }

  /** The first character of an ordinary value decides. */
  private static boolean isFiller(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean says = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
      if (says && c != '0' && c != 'x' && c != 'X') {
        return false;
      }
    }
    return true;
  }
}
