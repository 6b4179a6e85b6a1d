package dev.kilde.local.shop;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is: what does not change in a life.
 *
 * @param number of the person in the shop, from 0
 * @param persona habits
 * @param firstName given name
 * @param lastName family name
 * @param birthDate day of birth
 * @param home where the person lives at first
 * @param interests departments the person likes, one or two
 * @param machineOpens whether the mail program opens every mail by itself
 * @param cardIsRegistered whether the loyalty number stands in the customer register or, of
 *     somebody known by that card alone, a phone number with the card
 */
record Person(
    int number,
    Persona persona,
    String firstName,
    String lastName,
    LocalDate birthDate,
    Town home,
    List<String> interests,
    boolean machineOpens,
    boolean cardIsRegistered) {

  private static final List<String> FIRST_NAMES =
      List.of(
          "Anne", "Peter", "Mette", "Lars", "Hanne", "Jens", "Kirsten", "Søren", "Freja", "Oscar",
          "Ida", "Noah", "Clara", "William", "Emma", "Karl", "Åse", "Bjørn", "Liv", "Magnus");
  private static final List<String> LAST_NAMES =
      List.of(
          "Nielsen",
          "Jensen",
          "Hansen",
          "Pedersen",
          "Andersen",
          "Christensen",
          "Larsen",
          "Sørensen",
          "Møller",
          "Lund",
          "Holm",
          "Dahl",
          "Østergaard",
          "Berg",
          "Krogh",
          "Vang");

  /** Draws the person of that number. */
  static Person drawn(int number, Assortment assortment, Dice dice) {
    Persona drawn = Persona.drawn(dice);
    Persona persona = Petition.of(number) == null ? drawn : Persona.REGULAR;
    String first = dice.pick(FIRST_NAMES);
    String last = dice.pick(LAST_NAMES);
    LocalDate birth = LocalDate.of(1946, 1, 1).plusDays(dice.between(0, 22_000));
    Town home = dice.favourite(Town.ALL);
    String one = dice.favourite(assortment.departments());
    String other = dice.pick(assortment.departments());
    List<String> interests = one.equals(other) ? List.of(one) : List.of(one, other);
    boolean machineOpens = dice.chance(0.3);
    return new Person(
        number, persona, first, last, birth, home, interests, machineOpens, dice.chance(0.7));
  }

  String contactId() {
    return String.format(Locale.ROOT, "c%07d", number);
  }

  /** Unlike anybody else's, in a domain that can never receive mail. */
  String email() {
    return ascii(firstName) + "." + ascii(lastName) + "." + number + "@mail.example";
  }

  /** In E.164 form; unlike anybody else's. */
  String phone() {
    return home.dialCode() + (20_000_000 + number);
  }

  String loyaltyNumber() {
    return String.format(Locale.ROOT, "FR%08d", number);
  }

  /** What the person asks for by right; null: nothing. Only regulars ask. */
  @Nullable Petition petition() {
    return Petition.of(number);
  }

  private static String ascii(String name) {
    return name.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "oe").replace("å", "aa");
  }
}
