package dev.kilde.core.laws;

import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.InMemoryPersonStore;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Person;
import dev.kilde.core.person.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Some people, what time it is for them, and what they told. */
final class World {

  private final List<InMemoryPersonStore> stores = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final List<List<Outcome>> told = new ArrayList<>();
  private final Person.Rules rules;
  private final BooleanSupplier reload;

  private Instant watermark = Instant.EPOCH;

  /**
   * @param reload whether to write a person back and read it again, asked after each step
   */
  World(Person.Rules rules, BooleanSupplier reload) {
    this.rules = rules;
    this.reload = reload;
    for (int i = 0; i < Life.PEOPLE; i++) {
      stores.add(new InMemoryPersonStore());
      people.add(new Person(id(i), stores.get(i), rules));
      told.add(new ArrayList<>());
    }
  }

  void arrive(Arrival arrival) {
    int i = arrival.person();
    people.get(i).receive(arrival.change(), watermark, told.get(i)::add);
    perhapsReload(i);
  }

  void advance(Instant to) {
    if (!to.isAfter(watermark)) {
      return;
    }
    watermark = to;
    for (int i = 0; i < people.size(); i++) {
      people.get(i).advance(to, told.get(i)::add);
      perhapsReload(i);
    }
  }

  Instant watermark() {
    return watermark;
  }

  List<Outcome> told(int person) {
    return told.get(person);
  }

  Person person(int person) {
    return people.get(person);
  }

  /** Empty: nothing is left of the person. */
  Optional<Profile> profile(int person) {
    people.get(person).flush();
    InMemoryPersonStore store = stores.get(person);
    return store.log().isEmpty()
        ? Optional.empty()
        : Optional.of(new Person(id(person), store, rules).profile(watermark));
  }

  private void perhapsReload(int i) {
    if (reload.getAsBoolean()) {
      people.get(i).flush();
      people.set(i, new Person(id(i), stores.get(i), rules));
    }
  }

  static ProfileId id(int person) {
    return ProfileId.of("shop", new Identifier(IdentifierKind.CONTACT_ID, "person-" + person));
  }
}
