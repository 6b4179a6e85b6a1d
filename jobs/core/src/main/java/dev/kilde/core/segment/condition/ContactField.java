package dev.kilde.core.segment.condition;

import dev.kilde.core.facts.Contact;
import dev.kilde.core.shape.Mistake;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field of a contact: one of those everybody has, else the tenant's own attribute of that name.
 *
 * <p>{@code attributes.x} is always the attribute {@code x}. A name that is nearly that of a known
 * field is taken for a slip, because it would silently be an attribute nobody has.
 *
 * @param known null: an attribute
 * @param name of the known field or the attribute
 */
record ContactField(@Nullable Known known, String name) {

  private static final String ATTRIBUTE = "attributes.";

  /** What a known field holds. */
  enum Holds {
    TEXT,
    NUMBERED_TEXT,
    DATE,
    LIST
  }

  /** The fields everybody has. */
  enum Known {
    FIRST_NAME("firstName", Holds.TEXT),
    LAST_NAME("lastName", Holds.TEXT),
    BIRTH_DATE("birthDate", Holds.DATE),
    COUNTRY("country", Holds.TEXT),
    LANGUAGE("language", Holds.TEXT),
    TIME_ZONE("timeZone", Holds.TEXT),
    CITY("city", Holds.TEXT),
    POSTAL_CODE("postalCode", Holds.NUMBERED_TEXT),
    CUSTOMER_GROUPS("customerGroups", Holds.LIST),
    INTERESTS("interests", Holds.LIST);

    private final String field;
    private final Holds holds;

    Known(String field, Holds holds) {
      this.field = field;
      this.holds = holds;
    }

    private List<String> values(Contact contact) {
      return switch (this) {
        case FIRST_NAME -> single(contact.firstName());
        case LAST_NAME -> single(contact.lastName());
        case BIRTH_DATE -> single(contact.birthDate() == null ? null : contact.birthDate() + "");
        case COUNTRY -> single(contact.country());
        case LANGUAGE -> single(contact.language());
        case TIME_ZONE -> single(contact.timeZone());
        case CITY -> single(contact.city());
        case POSTAL_CODE -> single(contact.postalCode());
        case CUSTOMER_GROUPS -> contact.customerGroups();
        case INTERESTS -> contact.interests();
      };
    }
  }

  /**
   * The field of that name.
   *
   * @throws Mistake where it is nearly one that everybody has
   */
  static ContactField named(String name) {
    if (name.startsWith(ATTRIBUTE)) {
      return new ContactField(null, name.substring(ATTRIBUTE.length()));
    }
    for (Known known : Known.values()) {
      if (known.field.equals(name)) {
        return new ContactField(known, name);
      }
    }
    for (Known known : Known.values()) {
      if (Slip.isLikely(plain(name), plain(known.field))) {
        throw new Mistake(
            "field",
            "there is no contact field " + name,
            known.field + ", or " + ATTRIBUTE + name + " for an attribute of that name");
      }
    }
    return new ContactField(null, name);
  }

  private static String plain(String name) {
    return name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
  }

  /** What it holds; null: an attribute, it may hold anything. */
  @Nullable Holds holds() {
    return known == null ? null : known.holds;
  }

  /** Names of the fields that hold something. */
  static List<String> holding(Holds what) {
    return Arrays.stream(Known.values())
        .filter(known -> known.holds == what)
        .map(known -> known.field)
        .toList();
  }

  /** What is known of it; empty text is nothing. */
  List<String> values(Contact contact) {
    return known == null ? single(contact.attributes().get(name)) : known.values(contact);
  }

  /** The date it holds, in ISO-8601; null: none. */
  @Nullable LocalDate date(Contact contact) {
    if (known == Known.BIRTH_DATE) {
      return contact.birthDate();
    }
    List<String> values = values(contact);
    return values.isEmpty() ? null : parsed(values.get(0));
  }

  /** Null: it is no date. */
  static @Nullable LocalDate parsed(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  private static List<String> single(@Nullable String value) {
    return value == null || value.isEmpty() ? List.of() : List.of(value);
  }
}
