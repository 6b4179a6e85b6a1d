package dev.kilde.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a segment's author calls it.
 *
 * @param text of {@code name} in the definition; null if it has none
 */
record SegmentName(@Nullable String text) {

  /** As the profile job takes at most, in characters. */
  private static final int MAX_LENGTH = 512 * 1024;

  /** The same; the parser's time grows with the square of it. */
  private static final int MAX_DEPTH = 64;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MAX_LENGTH).build();

  /**
   * Finds the name in a definition. Only the outline is looked at: whether the rest makes sense is
   * the profile job's to say.
   *
   * @param yaml null gives a definition without a name
   * @return empty if the text is no YAML, or too long or deep for a definition
   */
  static Optional<SegmentName> in(@Nullable String yaml) {
    try {
      return Optional.of(new SegmentName(yaml == null ? null : search(yaml)));
    } catch (YamlEngineException | IllegalArgumentException notYaml) {
      return Optional.empty();
    }
  }

  private static @Nullable String search(String yaml) {
    String name = null;
    int depth = 0;
    boolean mapping = false;
    boolean key = true;
    boolean named = false;
    // To the end, for what is no YAML there is none of it.
    for (Iterator<Event> events = new Parse(SETTINGS).parseString(yaml).iterator();
        events.hasNext(); ) {
      Event event = events.next();
      boolean begins = event instanceof CollectionStartEvent;
      boolean whole = event instanceof ScalarEvent || event instanceof AliasEvent;
      if (depth == 0) {
        mapping = event instanceof MappingStartEvent;
      } else if (depth == 1 && mapping && (begins || whole)) {
        if (named && !key && event instanceof ScalarEvent scalar) {
          name = printable(scalar);
        }
        named = key && event instanceof ScalarEvent scalar && scalar.getValue().equals("name");
        key = !key;
      }
      depth += begins ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > MAX_DEPTH) {
        throw new IllegalArgumentException("nested more than " + MAX_DEPTH + " levels deep");
      }
    }
    return name;
  }

  private static @Nullable String printable(ScalarEvent scalar) {
    // An escape may stand for half a character, which neither state nor JSON can hold.
    String text = new String(scalar.getValue().getBytes(UTF_8), UTF_8);
    boolean nothing = scalar.isPlain() && (text.equals("null") || text.equals("~"));
    return nothing || text.isBlank() ? null : text;
  }
}
