package dev.kilde.local.shop;

import dev.kilde.schemas.record.Identifiers;
import dev.kilde.schemas.record.Trust;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a till learns of one person who buys: the loyalty card shown, the payment card, both, an
 * address the clerk types, or nothing. Where somebody is taken down the till's own device number
 * gets onto the receipt.
 */
final class Till {

  static final List<String> STORES = List.of("cph-01", "aar-01", "ode-01");

  /**
   * Who buys, as far as the till can tell.
   *
   * @param identifiers null: anybody
   * @param trust how far that is to be believed
   */
  record Buyer(@Nullable Identifiers identifiers, Trust trust) {

    static final Buyer ANYBODY = new Buyer(null, Trust.stated);

    /** The identifiers, for one record only; null: anybody. */
    @Nullable Identifiers copy() {
      return identifiers == null ? null : Identifiers.newBuilder(identifiers).build();
    }
  }

  private final Person person;
  private final Belongings belongings;
  private final Dice dice;

  Till(Person person, Belongings belongings, Dice dice) {
    this.person = person;
    this.belongings = belongings;
    this.dice = dice;
  }

  /** Somebody pays in a store. */
  Buyer serve(String store) {
    Identifiers who = new Identifiers();
    switch (dice.weighted(34, 24, 24, 8, 10)) {
      case 0 -> who.setLoyaltyNumber(person.loyaltyNumber());
      case 1 -> {
        who.setCardToken(belongings.cardToken());
        return new Buyer(who, Trust.inferred);
      }
      case 2 -> {
        who.setLoyaltyNumber(person.loyaltyNumber());
        who.setCardToken(belongings.cardToken());
      }
      case 3 -> {
        who.setCardToken(belongings.cardToken());
        who.setDeviceId(deviceOf(store));
        if (person.persona().hasAddress()) {
          who.setEmail(typed(person.email()));
          return new Buyer(who, Trust.inferred);
        }
        who.setLoyaltyNumber(person.loyaltyNumber());
      }
      default -> {
        return Buyer.ANYBODY;
      }
    }
    who.setDeviceId(deviceOf(store));
    return new Buyer(who, Trust.stated);
  }

  /** The number the till of a store goes by. */
  static String deviceOf(String store) {
    return "till-" + store;
  }

  /** In haste: some in capitals, now and then a letter short, and then it is nobody's address. */
  private String typed(String address) {
    return switch (dice.weighted(60, 28, 12)) {
      case 0 -> address;
      case 1 -> address.substring(0, 1).toUpperCase(Locale.ROOT) + address.substring(1);
      default -> {
        int letter = 1 + address.indexOf('.');
        yield address.substring(0, letter + 1) + address.substring(letter + 2);
      }
    };
  }
}
