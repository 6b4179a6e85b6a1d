package dev.kilde.profile.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The keys and values of a mapping. That keys are text and stand once was checked with the YAML
 * itself.
 */
final class Fields {

  private final String name;
  private final MappingNode node;
  private final Problems problems;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();

  private Fields(String name, MappingNode node, Problems problems) {
    this.name = name;
    this.node = node;
    this.problems = problems;
    for (NodeTuple entry : node.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key) {
        values.putIfAbsent(
            key.getValue(), new Value(key.getValue(), entry.getValueNode(), problems));
        keys.putIfAbsent(key.getValue(), key);
      }
    }
  }

  /** A mapping in which every other key is a problem. */
  static Fields closed(String name, MappingNode node, List<String> known, Problems problems) {
    Fields fields = new Fields(name, node, problems);
    fields.keys.forEach(
        (key, at) -> {
          if (!known.contains(key)) {
            problems.add(at, "unknown key " + Quoted.plain(key), Nearest.remedy(key, known));
          }
        });
    return fields;
  }

  /** A mapping with any keys. */
  static Fields open(String name, MappingNode node, Problems problems) {
    return new Fields(name, node, problems);
  }

  /** Every key and its value, in the order of the file. */
  Map<String, Value> values() {
    return values;
  }

  /** Where the key stands, or the mapping if it does not. */
  Node at(String key) {
    return keys.getOrDefault(key, node);
  }

  /** The value as read; null: not given, or after telling a problem. */
  <T> @Nullable T optional(String key, Function<Value, @Nullable T> reading) {
    Value value = values.get(key);
    return value == null ? null : reading.apply(value);
  }

  /**
   * The value as read; null after telling a problem, also that it is missing.
   *
   * @param example the line that would be right
   */
  <T> @Nullable T required(String key, String example, Function<Value, @Nullable T> reading) {
    Value value = values.get(key);
    if (value == null) {
      problems.add(node, name + " has no " + key, "add it, such as " + example);
      return null;
    }
    return reading.apply(value);
  }
}
