package dev.kilde.core.score.mail.rule;

import dev.kilde.core.score.mail.Letter;
import dev.kilde.core.score.mail.MailReader;
import java.time.Instant;
import java.util.List;

/**
 * What became of the 20 mails delivered last, or of as many as there are.
 *
 * @param opened of those delivered; who clicks, replies or forwards has it open
 * @param clicked of those delivered
 */
record LastTwenty(int delivered, int opened, int clicked) {

  private static final int FEW = 5;

  static LastTwenty of(MailReader reader, Instant now) {
    List<Letter> letters = reader.letters(20, now);
    return new LastTwenty(
        letters.size(),
        (int) letters.stream().filter(letter -> letter.isOpened(now)).count(),
        (int) letters.stream().filter(letter -> letter.isClicked(now)).count());
  }

  /** A rate of fewer than five says little: the missing ones count as if nothing came of them. */
  static int atLeastFew(int mails) {
    return Math.max(mails, FEW);
  }

  /** {@code opened 5 of the last 20 mails}. */
  static String words(String did, int mails, int of) {
    return of == 1 ? did + " the last mail" : did + " " + mails + " of the last " + of + " mails";
  }
}
