package dev.kilde.profile.state;

import dev.kilde.core.facts.Contact;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link Contact}. */
public final class ContactFormat implements Format<Contact> {

  private static final long serialVersionUID = 1;

  @Override
  public int version() {
    return 1;
  }

  @Override
  public void write(Contact contact, StateWriter out) throws IOException {
    out.text(contact.firstName());
    out.text(contact.lastName());
    out.text(contact.birthDate() == null ? null : contact.birthDate().toString());
    out.text(contact.country());
    out.text(contact.language());
    out.text(contact.timeZone());
    out.text(contact.city());
    out.text(contact.postalCode());
    out.list(contact.customerGroups(), out::text);
    out.list(contact.interests(), out::text);
    out.list(
        contact.attributes().entrySet(),
        entry -> {
          out.text(entry.getKey());
          out.text(entry.getValue());
        });
  }

  @Override
  public Contact read(int version, StateReader in) throws IOException {
    return new Contact(
        in.optionalText(),
        in.optionalText(),
        date(in.optionalText()),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.list(in::text),
        in.list(in::text),
        attributes(in));
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static Map<String, String> attributes(StateReader in) throws IOException {
    SortedMap<String, String> attributes = new TreeMap<>();
    in.list(() -> attributes.put(in.text(), in.text()));
    return attributes;
  }
}
