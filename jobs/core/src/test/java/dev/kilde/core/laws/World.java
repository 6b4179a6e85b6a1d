package dev.kilde.core.laws;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.keeper.InMemoryKeeperStore;
import dev.kilde.core.keeper.Keeper;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Outcome;
import dev.kilde.core.person.Person;
import dev.kilde.core.person.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Some people, what time it is for them, and what they told. */
final class World {

  private final List<InMemoryKeeperStore> stores = new ArrayList<>();
  private final List<Keeper> people = new ArrayList<>();
  private final List<List<Outcome>> told = new ArrayList<>();
  private final Keeper.Rules rules;
  private final BooleanSupplier reload;

  private Instant watermark = Instant.EPOCH;

  /**
   * @param reload whether to write a person back and read it again, asked after each step
   */
  World(Retention retention, DocumentTiming timing, BooleanSupplier reload) {
    this.rules =
        new Keeper.Rules(
            IdentityRules.DEFAULT, new Person.Rules(retention, EventCap.DEFAULT, timing), 10_000);
    this.reload = reload;
    for (int i = 0; i < Life.PEOPLE; i++) {
      stores.add(new InMemoryKeeperStore());
      people.add(keeper(i));
      told.add(new ArrayList<>());
    }
  }

  void arrive(Arrival arrival) {
    int i = arrival.person();
    people.get(i).receive(new Message.Moved(arrival.change()), watermark, telling(i));
    perhapsReload(i);
  }

  void advance(Instant to) {
    if (!to.isAfter(watermark)) {
      return;
    }
    watermark = to;
    for (int i = 0; i < people.size(); i++) {
      people.get(i).advance(to, telling(i));
      perhapsReload(i);
    }
  }

  Instant watermark() {
    return watermark;
  }

  List<Outcome> told(int person) {
    return told.get(person);
  }

  /** When the next thing happens by itself; null: nothing does. */
  @Nullable Instant nextInstant(int person) {
    return people.get(person).nextInstant();
  }

  /** Empty: nothing is left of the person. */
  Optional<Profile> profile(int person) {
    people.get(person).flush();
    return keeper(person).profile(watermark);
  }

  /** Nothing is stronger than a contact id: such a keeper does nothing but tell. */
  private Consumer<Effect> telling(int i) {
    return effect -> {
      if (!(effect instanceof Effect.Told outcome)) {
        throw new AssertionError("a person alone only tells: " + effect);
      }
      told.get(i).add(outcome.outcome());
    };
  }

  private void perhapsReload(int i) {
    if (reload.getAsBoolean()) {
      people.get(i).flush();
      people.set(i, keeper(i));
    }
  }

  private Keeper keeper(int i) {
    return new Keeper("shop", IdentifierKey.of("shop", name(i)), stores.get(i), rules);
  }

  static ProfileId id(int person) {
    return ProfileId.of("shop", name(person));
  }

  static Identifier name(int person) {
    return new Identifier(IdentifierKind.CONTACT_ID, "person-" + person);
  }
}
