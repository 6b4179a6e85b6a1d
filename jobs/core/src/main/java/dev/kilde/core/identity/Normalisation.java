package dev.kilde.core.identity;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.event.Identifiers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes of raw identifiers normalised ones, and refuses those that name nobody.
 *
 * <pre>
 *   email          white space around it gone, Unicode-composed (NFKC), lower-case; something
 *                  before and after one @, else refused
 *   phone          E.164, of the tenant's country where it has no country code, else refused
 *   all others     white space around them gone, then {@link Spelling}
 * </pre>
 *
 * A value is blocked if, as it was given or normalised, it is on the blocklist, as it stands there
 * or normalised. What is normalised and accepted stays so if it is read again.
 */
public final class Normalisation {

  private static final List<IdentifierKind> KINDS = List.of(IdentifierKind.values());

  private final Map<IdentifierKind, Spelling> spelling;
  private final Blocklist blocklist;
  private final PhoneNumbers phones;
  private final String country;

  /**
   * By a tenant's rules.
   *
   * @param country of phone numbers without a country code: ISO 3166, two letters
   */
  public Normalisation(IdentityRules rules, PhoneNumbers phones, String country) {
    this.spelling = rules.spelling();
    this.phones = phones;
    this.country = country;
    this.blocklist = rules.blocklist().and(normalised(rules.blocklist()));
  }

  /**
   * Whom a record names.
   *
   * @param raw of each kind the text as it was given; null or blank: none was
   */
  public Named named(Function<IdentifierKind, @Nullable String> raw) {
    List<Identifier> accepted = new ArrayList<>(KINDS.size());
    List<Refused> refused = List.of();
    for (IdentifierKind kind : KINDS) {
      String text = raw.apply(kind);
      Identifier given = text == null ? null : Identifier.of(kind, text);
      if (given == null || given.value().isEmpty()) {
        continue;
      }
      Optional<Identifier> normalised = normalised(given);
      Refusal refusal = refusal(given, normalised);
      if (refusal == null) {
        accepted.add(normalised.orElseThrow());
      } else {
        refused = refused.isEmpty() ? new ArrayList<>() : refused;
        refused.add(
            new Refused(normalised.filter(each -> !each.value().isEmpty()).orElse(given), refusal));
      }
    }
    return new Named(accepted.isEmpty() ? Identifiers.NONE : new Identifiers(accepted), refused);
  }

  /** Empty if it is no phone number. */
  private Optional<Identifier> normalised(Identifier given) {
    return switch (given.kind()) {
      case EMAIL -> Optional.of(given);
      case PHONE ->
          phones.e164(given.value(), country).map(number -> new Identifier(given.kind(), number));
      case CONTACT_ID, LOYALTY_NUMBER, CARD_TOKEN, DEVICE_ID ->
          Optional.of(spelling.getOrDefault(given.kind(), Spelling.AS_GIVEN).of(given));
    };
  }

  private @Nullable Refusal refusal(Identifier given, Optional<Identifier> normalised) {
    if (blocklist.blocks(given)) {
      return Refusal.BLOCKLISTED;
    }
    if (normalised.isEmpty()) {
      return Refusal.NO_PHONE_NUMBER;
    }
    if (!normalised.get().equals(given) && blocklist.blocks(normalised.get())) {
      return Refusal.BLOCKLISTED;
    }
    return given.kind() == IdentifierKind.EMAIL && !looksLikeAnAddress(given.value())
        ? Refusal.NO_EMAIL_ADDRESS
        : null;
  }

  /** Lenient: only a mail server knows which addresses there are. */
  private static boolean looksLikeAnAddress(String value) {
    int at = value.indexOf('@');
    return at > 0 && at < value.length() - 1 && value.indexOf('@', at + 1) < 0;
  }

  /** The exact values of a list in the form in which identifiers are compared. */
  private Blocklist normalised(Blocklist list) {
    Map<IdentifierKind, BlockedValues> ofKind = new EnumMap<>(IdentifierKind.class);
    list.ofKind()
        .forEach(
            (kind, values) ->
                ofKind.put(
                    kind,
                    BlockedValues.of(
                        values.exact().stream()
                            .map(value -> normalised(Identifier.of(kind, value)))
                            .flatMap(Optional::stream)
                            .map(Identifier::value)
                            .toList())));
    return new Blocklist(BlockedValues.NONE, ofKind);
  }
}
