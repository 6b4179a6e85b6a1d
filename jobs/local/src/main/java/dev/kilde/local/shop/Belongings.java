package dev.kilde.local.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What somebody owns or shares by which the shop sees that it is the same one again. */
final class Belongings {

  /** Number spaces, so that no two things have the same number. */
  private static final long DEVICES = 0x5EED_0000_0000L;

  private static final long COMPUTERS = 0x5EEE_0000_0000L;
  private static final long CARDS = 0x5EEF_0000_0000L;
  private static final long COMMON_CARDS = 0x5EF0_0000_0000L;

  /** More than there are people. */
  private static final long NEXT_DEVICE = 0x0100_0000L;

  private final int owner;
  private final Household household;
  private final List<String> devices = new ArrayList<>();
  private final String cardToken;

  private Belongings(int owner, Household household) {
    this.owner = owner;
    this.household = household;
    this.cardToken =
        "tok_"
            + (household.sharesCard(owner)
                ? serial(COMMON_CARDS + household.number())
                : serial(CARDS + owner));
  }

  /** What the person has at first. */
  static Belongings drawn(Person person, Household household, Dice dice) {
    Belongings belongings = new Belongings(person.number(), household);
    int most = person.persona().mostDevices;
    int least = person.petition() == Petition.UNLINK ? 2 : Math.min(1, most);
    int count = dice.between(least, Math.max(least, most));
    for (int i = 0; i < count; i++) {
      belongings.devices.add(serial(DEVICES + person.number() + i * NEXT_DEVICE));
    }
    return belongings;
  }

  /**
   * The device in hand: the family's on one's day, otherwise one's own, the first most often; only
   * for somebody who has one.
   */
  String deviceAt(Instant now, Dice dice) {
    return isAtFamilyComputer(now)
        ? serial(COMPUTERS + household.number())
        : dice.favourite(devices);
  }

  /** Whether this is one's day on the family's computer. */
  boolean isAtFamilyComputer(Instant now) {
    return household.isTurnOf(owner, Rhythm.day(now));
  }

  /** One's own devices, the dearest first. */
  List<String> devices() {
    return List.copyOf(devices);
  }

  /** Sells a device, never to be used again. */
  void giveUp(String device) {
    devices.remove(device);
  }

  /** As the payment provider names the card one pays with. */
  String cardToken() {
    return cardToken;
  }

  private static String serial(long number) {
    return String.format(Locale.ROOT, "%016x", Dice.mixed(number));
  }
}
