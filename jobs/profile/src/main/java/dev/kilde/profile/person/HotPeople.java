package dev.kilde.profile.person;

import dev.kilde.core.person.Person;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The people used last, deserialised: a write-back cache in front of keyed state, so that a
 * session's forty events are few reads and writes.
 *
 * <p>Whoever is pushed out is written back under its own key; {@link #flush} writes back everybody
 * and must run before a checkpoint's barrier goes on.
 */
final class HotPeople {

  private final int most;
  private final Function<String, Person> load;
  private final Consumer<Object> setCurrentKey;
  private final Map<String, Person> people = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param most how many stay; 0 keeps only the one in use
   * @param load reads the person of the current key, given its id
   * @param setCurrentKey moves keyed state to another person
   */
  HotPeople(int most, Function<String, Person> load, Consumer<Object> setCurrentKey) {
    this.most = Math.max(1, most);
    this.load = load;
    this.setCurrentKey = setCurrentKey;
  }

  /** The person of the current key. */
  Person of(String id) {
    Person hot = people.get(id);
    if (hot != null) {
      return hot;
    }
    if (people.size() >= most) {
      writeBackEldest();
      setCurrentKey.accept(id);
    }
    Person person = load.apply(id);
    people.put(id, person);
    return person;
  }

  /** Writes back everybody; they stay hot. Afterwards keyed state stands at any of them. */
  void flush() {
    people.forEach(
        (id, person) -> {
          setCurrentKey.accept(id);
          person.flush();
        });
  }

  private void writeBackEldest() {
    Iterator<Map.Entry<String, Person>> eldest = people.entrySet().iterator();
    Map.Entry<String, Person> out = eldest.next();
    setCurrentKey.accept(out.getKey());
    out.getValue().flush();
    eldest.remove();
  }
}
