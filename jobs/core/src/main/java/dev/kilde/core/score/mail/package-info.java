/** MailRating: how loyal a reader of mail somebody is, by sixteen rules. */
@NullMarked
package dev.kilde.core.score.mail;

import org.jspecify.annotations.NullMarked;
