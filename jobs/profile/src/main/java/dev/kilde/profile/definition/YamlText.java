package dev.kilde.profile.definition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Bytes to the nodes of one YAML 1.2 document, whatever the bytes are.
 *
 * <p>Definitions are plain data: one document, keys that are text and stand once, no anchors,
 * aliases or tags. So a small text cannot unfold into a large one, and every value stands where it
 * is read.
 */
final class YamlText {

  /** A definition is published as one message of at most 1 MiB, other fields included. */
  static final int MAX_BYTES = 512 * 1024;

  /**
   * Levels of lists and mappings: far above what anybody can read, far below what a stack holds.
   */
  static final int MAX_DEPTH = 64;

  private static final String EDITOR = "check it with a YAML editor";

  private final Problems problems;
  private final LoadSettings settings;

  /** Up to where the text was understood. */
  private Optional<Mark> read = Optional.empty();

  private YamlText(Problems problems) {
    this.problems = problems;
    this.settings =
        LoadSettings.builder()
            .setLabel(problems.file())
            .setCodePointLimit(MAX_BYTES)
            .setSchema(new CoreSchema())
            .build();
  }

  /** The root of the document; null if it is empty or, after telling the problems, unusable. */
  static @Nullable Node parse(byte[] bytes, Problems problems) {
    if (bytes.length > MAX_BYTES) {
      problems.addToWhole(
          "longer than " + MAX_BYTES / 1024 + " KiB",
          "split it, or remove what is not definitions");
      return null;
    }
    String text = Utf8Text.decode(bytes, problems);
    return text == null ? null : new YamlText(problems).parse(text);
  }

  private @Nullable Node parse(String text) {
    try {
      checkEvents(text);
      if (!problems.isEmpty()) {
        return null;
      }
      Node root = new Compose(settings).composeString(text).orElse(null);
      if (root == null || root.getTag().equals(Tag.NULL)) {
        return null;
      }
      checkKeys(root);
      return root;
    } catch (MarkedYamlEngineException e) {
      addSyntax(e);
    } catch (YamlEngineException e) {
      problems.add(read, "not YAML: " + Quoted.plain(String.valueOf(e.getMessage())), EDITOR);
    } catch (IllegalArgumentException e) {
      // The scanner's answer to "\U99999999", which is no character; where, it does not say.
      problems.add(read, "not YAML: an escape that is no character, in what follows", EDITOR);
    }
    return null;
  }

  private void addSyntax(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("\\t(TAB)")) {
      problems.add(
          e.getProblemMark(),
          "not YAML: a tab where something should begin",
          "indent with spaces instead of tabs");
    } else {
      problems.add(
          e.getProblemMark(),
          "not YAML: " + Quoted.plain(problem),
          "check indentation, quotes, brackets and colons here and on the line before");
    }
  }

  private void checkEvents(String text) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      read = event.getEndMark();
      if (event instanceof DocumentStartEvent) {
        documents++;
        if (documents > 1) {
          problems.add(
              event.getStartMark(), "a second document", "one definition a file: split it at ---");
          return;
        }
      } else if (event instanceof AliasEvent alias) {
        problems.add(
            event.getStartMark(),
            "alias *" + Quoted.plain(alias.getAlias().getValue()),
            "write the value out, or put text that begins with * in quotes: definitions have no"
                + " aliases");
      } else if (event instanceof CollectionStartEvent start) {
        checkPlain(event, start.getAnchor(), start.getTag());
        depth++;
        if (depth > MAX_DEPTH) {
          problems.add(
              event.getStartMark(),
              "nested more than " + MAX_DEPTH + " levels deep",
              "simplify it, or check the indentation");
          return;
        }
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event instanceof ScalarEvent scalar) {
        checkPlain(event, scalar.getAnchor(), scalar.getTag());
      }
    }
  }

  private void checkPlain(Event event, Optional<Anchor> anchor, Optional<String> tag) {
    anchor.ifPresent(
        name ->
            problems.add(
                event.getStartMark(),
                "anchor &" + Quoted.plain(name.getValue()),
                "remove it, or put text that begins with & in quotes: definitions have no"
                    + " anchors"));
    tag.ifPresent(
        name ->
            problems.add(
                event.getStartMark(),
                "tag " + Quoted.plain(name),
                "remove it, or put text that begins with ! in quotes: definitions have no tags"));
  }

  private void checkKeys(Node node) {
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(this::checkKeys);
    } else if (node instanceof MappingNode mapping) {
      Map<String, Node> seen = new HashMap<>();
      for (NodeTuple entry : mapping.getValue()) {
        checkKey(entry.getKeyNode(), seen);
        checkKeys(entry.getValueNode());
      }
    }
  }

  private void checkKey(Node key, Map<String, Node> seen) {
    if (!(key instanceof ScalarNode scalar)) {
      problems.add(key, "a key that is a list or a mapping", "use text as the key");
      return;
    }
    Node first = seen.putIfAbsent(scalar.getValue(), key);
    if (first != null) {
      int line = first.getStartMark().orElseThrow().getLine() + 1;
      problems.add(
          key,
          "key " + Quoted.plain(scalar.getValue()) + " stands here again",
          "keep one of the two; the first is on line " + line);
    }
  }
}
