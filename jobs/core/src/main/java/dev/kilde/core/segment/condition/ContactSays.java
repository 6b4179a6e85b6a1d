package dev.kilde.core.segment.condition;

import dev.kilde.core.facts.Contact;
import dev.kilde.core.score.Subject;
import dev.kilde.core.segment.Condition;
import dev.kilde.core.segment.Reads;
import dev.kilde.core.shape.Arguments;
import dev.kilde.core.shape.Field;
import dev.kilde.core.shape.Kind;
import dev.kilde.core.shape.Shape;
import dev.kilde.core.verdict.Range;
import dev.kilde.core.verdict.Verdict;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code contact: { field, .. }}: a contact field is what it is asked to be; every part that is
 * given holds.
 *
 * <pre>
 *   country: DK                 is DK, isNot SE, in [DK, NO], exists true
 *   interests: [tents, maps]    is tents (one of them), in [maps, boats] (one of them)
 *   not given                   exists false, isNot anything
 * </pre>
 *
 * <p>Text is compared letter by letter. What is no number is in no range, what is no date neither
 * before nor after.
 *
 * @param in one of these; empty: not asked
 * @param number of a field that holds a number
 * @param before of a field that holds a date (its first instant in UTC) or an instant; exclusive
 * @param after likewise
 */
public record ContactSays(
    ContactField field,
    @Nullable String is,
    @Nullable String isNot,
    List<String> in,
    @Nullable Boolean exists,
    Range number,
    @Nullable Instant before,
    @Nullable Instant after)
    implements Condition {

  /** Longer ones are no numbers anybody compares. */
  private static final int LONGEST_NUMBER = 40;

  private static final Shape<String> VALUE = new Shape.Text("DK");

  private static final Shape<BigDecimal> NUMBER =
      new Shape.Decimal(Ranges.MOST.negate(), Ranges.MOST);

  private static final Field<ContactField> FIELD =
      Field.required(
          "field",
          new Shape.Text("country").as(ContactField::named),
          "A contact field: firstName, lastName, birthDate, country, language, timeZone, city,"
              + " postalCode, customerGroups, interests; any other name, or attributes.x, is an"
              + " attribute.");

  private static final Field<String> IS =
      Field.optional(
          "is", VALUE, "What it is, letter by letter; of a list, what is in it. Any if left out.");

  private static final Field<String> IS_NOT =
      Field.optional(
          "isNot",
          VALUE,
          "What it is not, true also where the field is not given; nothing if left out.");

  private static final Field<List<String>> IN =
      Field.optional(
          "in",
          new Shape.ListOf<>(VALUE, 1),
          "One of these it is; of a list, one of these is in it. Any if left out.");

  private static final Field<Boolean> EXISTS =
      Field.optional("exists", new Shape.Flag(), "Whether it is given; either if left out.");

  private static final Field<BigDecimal> AT_LEAST =
      Field.optional("atLeast", NUMBER, "The smallest number it may be; no bound if left out.");

  private static final Field<BigDecimal> AT_MOST =
      Field.optional("atMost", NUMBER, "The greatest number it may be; no bound if left out.");

  private static final Field<Instant> BEFORE =
      Field.optional(
          "before",
          new Shape.Moment(),
          "The instant it lies before; a date is its first instant in UTC. Any if left out.");

  private static final Field<Instant> AFTER =
      Field.optional(
          "after",
          new Shape.Moment(),
          "The instant it lies after; a date is its first instant in UTC. Any if left out.");

  public static final Kind<Condition> KIND =
      new Kind<>(
          "contact",
          "True of whoever has such contact data.",
          new Shape.Mapping(
                  "a contact field",
                  List.of(FIELD, IS, IS_NOT, IN, EXISTS, AT_LEAST, AT_MOST, BEFORE, AFTER))
              .as(ContactSays::read));

  public ContactSays {
    in = List.copyOf(in);
  }

  private static ContactSays read(Arguments given) {
    ContactSays says =
        new ContactSays(
            given.need(FIELD),
            given.get(IS),
            given.get(IS_NOT),
            given.or(IN, List.of()),
            given.get(EXISTS),
            Ranges.between(given.get(AT_LEAST), given.get(AT_MOST)),
            given.get(BEFORE),
            given.get(AFTER));
    ContactMistakes.check(says);
    return says;
  }

  /** A part that only a given field can satisfy, {@code is} aside. */
  boolean asksAValue() {
    return !in.isEmpty() || asksANumber() || before != null || after != null;
  }

  boolean asksANumber() {
    return number.atLeast() != null || number.atMost() != null;
  }

  @Override
  public Verdict<Boolean> judge(Subject who, Instant now) {
    return Verdict.lasting(isTrueOf(field.values(who.get(Contact.FACT))));
  }

  private boolean isTrueOf(List<String> values) {
    return (is == null || values.contains(is))
        && (isNot == null || !values.contains(isNot))
        && (in.isEmpty() || values.stream().anyMatch(in::contains))
        && (exists == null || exists == !values.isEmpty())
        && (!asksANumber() || has(values, this::isInRange))
        && (before == null || has(values, value -> lies(value, at -> at.isBefore(before))))
        && (after == null || has(values, value -> lies(value, at -> at.isAfter(after))));
  }

  private static boolean has(List<String> values, Predicate<String> what) {
    return values.stream().anyMatch(what);
  }

  private boolean isInRange(String value) {
    if (value.length() > LONGEST_NUMBER) {
      return false;
    }
    try {
      return number.holds(new BigDecimal(value.strip()));
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  private static boolean lies(String value, Predicate<Instant> where) {
    LocalDate date = ContactField.parsed(value);
    try {
      return where.test(
          date == null
              ? OffsetDateTime.parse(value).toInstant()
              : date.atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException noInstant) {
      return false;
    }
  }

  @Override
  public Reads reads() {
    return Reads.of(Contact.FACT);
  }

  /** One field that is one thing is not another, and is given. */
  @Override
  public boolean excludes(Condition other) {
    if (!(other instanceof ContactSays that)
        || !field.equals(that.field)
        || field.holds() == ContactField.Holds.LIST) {
      return false;
    }
    List<String> mine = allowed();
    List<String> others = that.allowed();
    return mine.isEmpty()
        ? Boolean.FALSE.equals(exists) && (Boolean.TRUE.equals(that.exists) || !others.isEmpty())
        : !others.isEmpty() && Collections.disjoint(mine, others);
  }

  /** Empty: anything. */
  private List<String> allowed() {
    return is == null ? in : List.of(is);
  }

  @Override
  public String words() {
    List<String> parts = new ArrayList<>();
    if (is != null) {
      parts.add("is " + is);
    }
    if (isNot != null) {
      parts.add("is not " + isNot);
    }
    if (!in.isEmpty()) {
      parts.add("is one of " + String.join(", ", in));
    }
    if (exists != null) {
      parts.add(exists ? "is given" : "is not given");
    }
    if (asksANumber()) {
      parts.add("is " + number);
    }
    if (before != null) {
      parts.add("lies before " + before);
    }
    if (after != null) {
      parts.add("lies after " + after);
    }
    return field.name() + " " + String.join(" and ", parts);
  }

  @Override
  public String actual(Subject who, Instant now) {
    List<String> values = field.values(who.get(Contact.FACT));
    return values.isEmpty() ? "not given" : String.join(", ", values);
  }
}
