/**
 * The sixteen rules of MailRating, each in its own file; their order stands in the catalogue.
 *
 * <p>Somebody starts at 60 (double opt-in) or 40, so a reader who now and then opens keeps "good"
 * or "average", one who clicks rises by a star, one who ignores everything falls by two or three.
 *
 * <pre>
 *   MR-01   3   opened within 30 days             MR-09   8   bought within 5 days of a click
 *   MR-02   7   clicked within 30 days            MR-10   6   tenure as a subscriber
 *   MR-03   8   open rate of the last 20          MR-11   3   double opt-in
 *   MR-04   8   click rate of the last 20         MR-12   8   replied or forwarded
 *   MR-05   4   click-to-open rate                MR-13   4   answered a form
 *   MR-06 -25   streak of ignored mails           MR-14  -5   asked for fewer mails
 *   MR-07  10   days since engaging, down to -10  MR-15 -10   soft bounces in a row
 *   MR-08   5   visited within 24 h of a click    MR-16       left or cannot be reached: one star
 * </pre>
 */
@NullMarked
package dev.kilde.core.score.mail.rule;

import org.jspecify.annotations.NullMarked;
