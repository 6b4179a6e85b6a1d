package dev.kilde.core.keeper.cases;

import static dev.kilde.core.keeper.cases.Case.at;
import static dev.kilde.core.keeper.cases.Case.by;
import static dev.kilde.core.keeper.cases.Case.card;
import static dev.kilde.core.keeper.cases.Case.contact;
import static dev.kilde.core.keeper.cases.Case.email;
import static dev.kilde.core.keeper.cases.Case.phone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.worlds.Chain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card leads to a phone, the phone to an address, the address to a customer. */
class ThreeHopsTest {

  private static final Identifier CARD = card("card");
  private static final Identifier PHONE = phone("phone");
  private static final Identifier EMAIL = email("email");
  private static final Identifier CONTACT = contact("contact");

  private static final Case STORY =
      Case.of(
          by(CARD).receipt("buys", at(10, 0), "r1"),
          by(CARD, PHONE).receipt("gives phone", at(11, 0), "r2"),
          by(PHONE).clicked("clicks", at(12, 0), "sms"),
          by(PHONE, EMAIL).wears("fills in form", at(13, 0), "M"),
          by(EMAIL, CONTACT).signedIn("registers", at(14, 0)),
          by(CARD).receipt("buys again", at(15, 0), "r3"));

  private static final String EXPECTED =
      """
      10:00 | buys | card | contact
      11:00 | gives phone | phone card | contact
      12:00 | clicks | phone | contact
      13:00 | fills in form | email phone | contact
      14:00 | registers | contact email | contact
      15:00 | buys again | card | contact
      """;

  /**
   * All 720 orders of arrival.
   *
   * @param watermarkAt at which the watermark is when the first event arrives, in hours
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 10, 12, 13, 20})
  void inEveryOrderOfArrivalEverythingIsTheCustomers(int watermarkAt) {
    for (List<Event> order : permutations(STORY.events())) {
      Chain chain = Chain.plain(IdentityRules.DEFAULT);
      chain.advance(at(watermarkAt, 0));
      for (Event event : order) {
        chain.arrive(event);
        chain.deliverAll();
      }
      chain.advance(Case.END);
      chain.deliverAll();

      assertThat(STORY.table(chain)).as("order of arrival: %s", order).isEqualTo(EXPECTED);
    }
  }

  private static List<List<Event>> permutations(List<Event> events) {
    if (events.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Event>> all = new ArrayList<>();
    for (List<Event> rest : permutations(events.subList(1, events.size()))) {
      for (int i = 0; i <= rest.size(); i++) {
        List<Event> next = new ArrayList<>(rest);
        next.add(i, events.get(0));
        all.add(next);
      }
    }
    return all;
  }
}
