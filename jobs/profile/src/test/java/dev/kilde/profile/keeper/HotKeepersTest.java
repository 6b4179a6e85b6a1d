package dev.kilde.profile.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentifierKey;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.keeper.Keeper;
import dev.kilde.core.keeper.Message;
import dev.kilde.core.person.Change;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Person;
import dev.kilde.profile.MemoryStore;
import dev.kilde.profile.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HotKeepersTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Keeper.Rules RULES =
      new Keeper.Rules(
          IdentityRules.DEFAULT,
          new Person.Rules(Retention.FOREVER, EventCap.DEFAULT, DocumentTiming.Coalesced.DEFAULT),
          100);

  private final Map<String, MemoryStore> stores = new HashMap<>();
  private final List<String> loaded = new ArrayList<>();
  private final List<Object> keys = new ArrayList<>();

  @Test
  void whoIsHotIsReadOnce() {
    HotKeepers hot = keepers(2);
    assertThat(of(hot, "anna")).isSameAs(of(hot, "anna"));
    assertThat(loaded).containsExactly("anna");
    assertThat(keys).isEmpty();
  }

  @Test
  void theLeastRecentlyUsedIsWrittenBackUnderItsOwnKeyAndTheKeyIsSetBack() {
    HotKeepers hot = keepers(2);
    see(hot, "anna");
    see(hot, "bo");
    of(hot, "anna");
    of(hot, "cleo");

    assertThat(keys).containsExactly("bo", "cleo");
    assertThat(store("bo").log().all()).hasSize(1);
    assertThat(store("anna").log().all()).as("still only hot").isEmpty();
    of(hot, "bo");
    assertThat(loaded).containsExactly("anna", "bo", "cleo", "bo");
  }

  @Test
  void flushWritesEverybodyBackUnderTheirOwnKeysAndTheyStayHot() {
    HotKeepers hot = keepers(2);
    see(hot, "anna");
    see(hot, "bo");
    hot.flush();

    assertThat(keys).containsExactly("anna", "bo");
    assertThat(store("anna").log().all()).hasSize(1);
    assertThat(store("bo").log().all()).hasSize(1);
    of(hot, "anna");
    assertThat(loaded).containsExactly("anna", "bo");
  }

  @Test
  void atLeastTheOneInUseStays() {
    HotKeepers hot = keepers(0);
    see(hot, "anna");
    assertThat(of(hot, "anna")).isSameAs(of(hot, "anna"));
    see(hot, "bo");
    assertThat(store("anna").log().all()).hasSize(1);
    assertThat(loaded).containsExactly("anna", "bo");
  }

  @Test
  void whoIsNotKeptIsAskedForAgain() {
    HotKeepers hot = keepers(2);
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      assertThat(
              hot.of(
                  "nobody",
                  () -> {
                    asked.add("nobody");
                    return null;
                  }))
          .isNull();
    }
    assertThat(asked).hasSize(2);
    hot.flush();
    assertThat(keys).as("there is nothing to write back").isEmpty();
  }

  private HotKeepers keepers(int most) {
    return new HotKeepers(most, keys::add);
  }

  private @Nullable Keeper of(HotKeepers hot, String name) {
    return hot.of(
        name,
        () -> {
          loaded.add(name);
          return new Keeper("shop", key(name), store(name), RULES);
        });
  }

  private MemoryStore store(String name) {
    return stores.computeIfAbsent(name, key -> new MemoryStore());
  }

  private static IdentifierKey key(String name) {
    return IdentifierKey.of("shop", Identifier.of(IdentifierKind.CONTACT_ID, name));
  }

  private void see(HotKeepers hot, String name) {
    Event event = Sample.viewed(name, T, "p").byContact(name).event();
    of(hot, name).receive(new Message.Moved(Change.Put.of(event, T)), T, effect -> {});
  }
}
