package dev.kilde.local.shop;

import java.time.LocalDate;

/**
 * Three people of adjacent numbers who live together. Hardly any share something the shop sees.
 * Depends on the shop's seed and the number alone, so that each of them knows without the others.
 *
 * @param number of the household, from 0
 * @param hasComputer whether they have a computer on which everybody signs in
 * @param hasCard whether the first two pay with one card
 */
record Household(int number, boolean hasComputer, boolean hasCard) {

  private static final int SIZE = 3;

  /** Streams of chance from 0 up are people's. */
  private static final long FIRST_STREAM = -2;

  /** The household of a person. */
  static Household of(long seed, int person) {
    int number = person / SIZE;
    Dice dice = Dice.of(seed, FIRST_STREAM - number);
    return new Household(number, dice.chance(0.04), dice.chance(0.12));
  }

  /** Whether the computer is this person's on that day: they take turns. */
  boolean isTurnOf(int person, LocalDate day) {
    return hasComputer && Math.floorMod(day.toEpochDay() + person, SIZE) == 0;
  }

  /** Whether this person pays with the common card. */
  boolean sharesCard(int person) {
    return hasCard && person % SIZE < 2;
  }
}
