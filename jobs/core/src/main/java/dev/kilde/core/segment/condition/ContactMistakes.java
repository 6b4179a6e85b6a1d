package dev.kilde.core.segment.condition;

import dev.kilde.core.shape.Mistake;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be wrong with what a contact field is asked to be. */
final class ContactMistakes {

  private final ContactSays asked;
  private final ContactField field;
  private final @Nullable String is;
  private final @Nullable String isNot;
  private final List<String> in;

  private ContactMistakes(ContactSays asked) {
    this.asked = asked;
    this.field = asked.field();
    this.is = asked.is();
    this.isNot = asked.isNot();
    this.in = asked.in();
  }

  /**
   * @throws Mistake where nothing is asked, nobody could ever be it, or the field never holds it
   */
  static void check(ContactSays asked) {
    ContactMistakes mistakes = new ContactMistakes(asked);
    mistakes.somethingIsAsked();
    mistakes.numbersSuitTheField();
    mistakes.datesSuitTheField();
    mistakes.valuesContradictNothing();
    mistakes.boundsContradictNothing();
  }

  private void somethingIsAsked() {
    if (is == null && isNot == null && asked.exists() == null && !asked.asksAValue()) {
      throw new Mistake(
          null, "nothing is asked of " + field.name(), "is, isNot, in, exists, or a bound");
    }
  }

  private void numbersSuitTheField() {
    ContactField.Holds holds = field.holds();
    if (asked.asksANumber() && holds != null && holds != ContactField.Holds.NUMBERED_TEXT) {
      throw new Mistake(
          asked.number().atLeast() != null ? "atLeast" : "atMost",
          field.name() + " is no number",
          "is or in; numbers are found in " + fieldsThatHold(ContactField.Holds.NUMBERED_TEXT));
    }
  }

  private void datesSuitTheField() {
    ContactField.Holds holds = field.holds();
    boolean asksADate = asked.before() != null || asked.after() != null;
    if (asksADate && holds != null && holds != ContactField.Holds.DATE) {
      throw new Mistake(
          asked.before() != null ? "before" : "after",
          field.name() + " is no date",
          "is or in; dates are found in " + fieldsThatHold(ContactField.Holds.DATE));
    }
    if (holds == ContactField.Holds.DATE) {
      isADate("is", is);
      isADate("isNot", isNot);
      in.forEach(each -> isADate("in", each));
    }
  }

  private void isADate(String part, @Nullable String text) {
    if (text != null && ContactField.parsed(text) == null) {
      throw new Mistake(part, field.name() + " is never " + text, "a date such as 1990-05-17");
    }
  }

  private static String fieldsThatHold(ContactField.Holds what) {
    return String.join(", ", ContactField.holding(what)) + " and attributes";
  }

  private void valuesContradictNothing() {
    Boolean exists = asked.exists();
    if (exists != null && !exists && (is != null || asked.asksAValue())) {
      throw new Mistake("exists", "what is not given is not anything", "exists: true");
    }
    if (is != null && is.equals(isNot)) {
      throw new Mistake("isNot", "nothing is " + is + " and is not", "is or isNot");
    }
    boolean holdsOne = field.holds() != ContactField.Holds.LIST;
    if (is != null && !in.isEmpty() && !in.contains(is) && holdsOne) {
      throw new Mistake("in", is + " is none of these", "is or in");
    }
    if (isNot != null && !in.isEmpty() && in.stream().allMatch(isNot::equals)) {
      throw new Mistake("isNot", "nothing is " + isNot + " and is not", "in or isNot");
    }
  }

  private void boundsContradictNothing() {
    Instant before = asked.before();
    Instant after = asked.after();
    if (before != null && after != null && !after.isBefore(before)) {
      throw new Mistake(
          "before", "nothing lies before " + before + " and after " + after, "a later before");
    }
  }
}
