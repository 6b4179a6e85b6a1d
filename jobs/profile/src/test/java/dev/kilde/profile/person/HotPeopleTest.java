package dev.kilde.profile.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.Person;
import dev.kilde.profile.MemoryStore;
import dev.kilde.profile.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HotPeopleTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Person.Rules RULES =
      new Person.Rules(Retention.FOREVER, new DocumentTiming.Coalesced(Duration.ofSeconds(10)));

  private final Map<String, MemoryStore> stores = new HashMap<>();
  private final List<String> loaded = new ArrayList<>();
  private final List<Object> keys = new ArrayList<>();

  @Test
  void whoIsHotIsReadOnce() {
    HotPeople hot = people(2);
    assertThat(hot.of("anna")).isSameAs(hot.of("anna"));
    assertThat(loaded).containsExactly("anna");
    assertThat(keys).isEmpty();
  }

  @Test
  void theLeastRecentlyUsedIsWrittenBackUnderItsOwnKeyAndTheKeyIsSetBack() {
    HotPeople hot = people(2);
    see(hot, "anna");
    see(hot, "bo");
    hot.of("anna");
    hot.of("cleo");

    assertThat(keys).containsExactly("bo", "cleo");
    assertThat(store("bo").log()).hasSize(1);
    assertThat(store("anna").log()).as("still only hot").isEmpty();
    hot.of("bo");
    assertThat(loaded).containsExactly("anna", "bo", "cleo", "bo");
  }

  @Test
  void flushWritesEverybodyBackUnderTheirOwnKeysAndTheyStayHot() {
    HotPeople hot = people(2);
    see(hot, "anna");
    see(hot, "bo");
    hot.flush();

    assertThat(keys).containsExactly("anna", "bo");
    assertThat(store("anna").log()).hasSize(1);
    assertThat(store("bo").log()).hasSize(1);
    hot.of("anna");
    assertThat(loaded).containsExactly("anna", "bo");
  }

  @Test
  void atLeastTheOneInUseStays() {
    HotPeople hot = people(0);
    see(hot, "anna");
    assertThat(hot.of("anna")).isSameAs(hot.of("anna"));
    see(hot, "bo");
    assertThat(store("anna").log()).hasSize(1);
    assertThat(loaded).containsExactly("anna", "bo");
  }

  private HotPeople people(int most) {
    return new HotPeople(
        most,
        id -> {
          loaded.add(id);
          return new Person(new ProfileId(id), store(id), RULES);
        },
        keys::add);
  }

  private MemoryStore store(String id) {
    return stores.computeIfAbsent(id, key -> new MemoryStore());
  }

  private static void see(HotPeople hot, String id) {
    Event event = Sample.viewed(id, T, "p").byContact(id).event();
    hot.of(id).receive(new Change.Put(event, T), T, outcome -> {});
  }
}
