package dev.kilde.core.facts;

import static dev.kilde.core.Told.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.Told;
import dev.kilde.core.event.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactTest {

  private final Told ada = Told.ofEmail("ada@example.com");

  @Test
  void onlyWhatIsGivenChanges() {
    Contact contact =
        Folded.of(
            Contact.FACT,
            ada.contact("1", minute(1), "DK", "8000", List.of("hiking"), Map.of("shoe", "38")),
            ada.contact("2", minute(2), null, "9000", null, Map.of()));

    assertThat(contact.country()).isEqualTo("DK");
    assertThat(contact.postalCode()).isEqualTo("9000");
    assertThat(contact.interests()).containsExactly("hiking");
    assertThat(contact.attributes()).containsOnly(Map.entry("shoe", "38"));
  }

  @Test
  void ofEachFieldTheNewestValueCountsWhateverArrivedLast() {
    Event newer = ada.contact("2", minute(2), "SE", null, null, Map.of());
    Event older = ada.contact("1", minute(1), "DK", "8000", null, Map.of());

    Contact contact = Folded.of(Contact.FACT, newer, older);

    assertThat(contact.country()).isEqualTo("SE");
    assertThat(contact.postalCode()).isEqualTo("8000");
  }

  @Test
  void eachAttributeChangesOnItsOwn() {
    Contact contact =
        Folded.of(
            Contact.FACT,
            ada.contact("1", minute(1), null, null, null, Map.of("shoe", "38", "club", "gold")),
            ada.contact("2", minute(2), null, null, null, Map.of("shoe", "39")));

    assertThat(contact.attributes())
        .containsOnly(Map.entry("shoe", "39"), Map.entry("club", "gold"));
  }

  @Test
  void aListThatIsGivenEmptyIsEmptied() {
    Contact contact =
        Folded.of(
            Contact.FACT,
            ada.contact("1", minute(1), null, null, List.of("hiking"), Map.of()),
            ada.contact("2", minute(2), null, null, List.of(), Map.of()));

    assertThat(contact.interests()).isEmpty();
  }

  @Test
  void nothingElseConcernsIt() {
    assertThat(Contact.FACT.concerns(ada.viewed("1", minute(1), "tent"))).isFalse();
  }
}
