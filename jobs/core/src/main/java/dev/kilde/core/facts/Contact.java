package dev.kilde.core.facts;

import dev.kilde.core.event.ContactChanged;
import dev.kilde.core.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Contact data; of each field the newest value given. Null: never given. */
public record Contact(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable LocalDate birthDate,
    @Nullable String country,
    @Nullable String language,
    @Nullable String timeZone,
    @Nullable String city,
    @Nullable String postalCode,
    List<String> customerGroups,
    List<String> interests,
    Map<String, String> attributes) {

  public static final Contact EMPTY =
      new Contact(null, null, null, null, null, null, null, null, List.of(), List.of(), Map.of());

  /** The fold. */
  public static final Fact<Contact> FACT =
      new Fact<>() {
        @Override
        public String name() {
          return "contact";
        }

        @Override
        public Contact empty() {
          return EMPTY;
        }

        @Override
        public boolean concerns(Event event) {
          return event instanceof ContactChanged;
        }

        @Override
        public Contact fold(Contact before, Event event) {
          return event instanceof ContactChanged change ? before.with(change) : before;
        }
      };

  public Contact {
    customerGroups = List.copyOf(customerGroups);
    interests = List.copyOf(interests);
  }

  private Contact with(ContactChanged change) {
    return new Contact(
        newer(firstName, change.firstName()),
        newer(lastName, change.lastName()),
        newer(birthDate, change.birthDate()),
        newer(country, change.country()),
        newer(language, change.language()),
        newer(timeZone, change.timeZone()),
        newer(city, change.city()),
        newer(postalCode, change.postalCode()),
        change.customerGroups() == null ? customerGroups : change.customerGroups(),
        change.interests() == null ? interests : change.interests(),
        merged(change.attributes()));
  }

  private static <T> @Nullable T newer(@Nullable T before, @Nullable T given) {
    return given == null ? before : given;
  }

  private Map<String, String> merged(Map<String, String> given) {
    if (given.isEmpty()) {
      return attributes;
    }
    SortedMap<String, String> merged = new TreeMap<>(attributes);
    merged.putAll(given);
    return merged;
  }
}
