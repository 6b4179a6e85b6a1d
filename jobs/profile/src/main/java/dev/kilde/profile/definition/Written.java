package dev.kilde.profile.definition;

import dev.kilde.core.event.Content;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What a definition says, whatever comments, quotes and layout it says it with: the SHA-256 of its
 * keys and values in the order of the file, in hexadecimal digits.
 */
final class Written {

  private Written() {}

  static String of(Node root) {
    StringBuilder all = new StringBuilder();
    append(root, all);
    byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Content.of(bytes).hash());
  }

  private static void append(Node node, StringBuilder all) {
    if (node instanceof MappingNode mapping) {
      all.append('{');
      for (NodeTuple entry : mapping.getValue()) {
        append(entry.getKeyNode(), all);
        append(entry.getValueNode(), all);
      }
      all.append('}');
    } else if (node instanceof SequenceNode list) {
      all.append('[');
      list.getValue().forEach(each -> append(each, all));
      all.append(']');
    } else if (node instanceof ScalarNode scalar) {
      // With its length, so that no text can look like structure.
      all.append(scalar.getValue().length()).append(':').append(scalar.getValue());
    }
  }
}
