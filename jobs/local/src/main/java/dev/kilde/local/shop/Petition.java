package dev.kilde.local.shop;

import org.jspecify.annotations.Nullable;

/** What somebody asks for by right. Of two thousand people three ask, each for something else. */
enum Petition {
  /** A device has been sold: it is no longer me. */
  UNLINK(11, 0.6),
  /** Everything the shop holds on me. */
  EXPORT(12, 0.75),
  /** To be forgotten. */
  ERASE(13, 0.97);

  private static final int PEOPLE = 2_000;

  private final int who;

  /** When it is asked for: the part of the shop's span that has passed. */
  final double after;

  Petition(int who, double after) {
    this.who = who;
    this.after = after;
  }

  /** What the person of that number asks for; null: nothing. */
  static @Nullable Petition of(int person) {
    for (Petition petition : values()) {
      if (person % PEOPLE == petition.who) {
        return petition;
      }
    }
    return null;
  }
}
