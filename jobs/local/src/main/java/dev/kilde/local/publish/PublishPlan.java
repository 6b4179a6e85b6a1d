package dev.kilde.local.publish;

import dev.kilde.profile.definition.DefinitionText;
import dev.kilde.profile.definition.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What publishing a folder comes to, given what is on the topic.
 *
 * <pre>
 * in the folder         on the topic            comes to
 * version 2             -, or version 1         version 2 published
 * version 2             version 2, same text    unchanged
 * version 2             version 2, other text   refused: count version up
 * version 2             version 3, or deleted 2 refused: count version up
 * scoring, limits       version 2, other text   version 3 published
 * -                     version 2               still published; pruned: version 3, deleted
 * </pre>
 *
 * @param changes to be sent, new versions before deletions, each in order of name
 * @param unchanged names of what is published as the folder has it
 * @param stillPublished what is not in the folder and is not to be pruned
 * @param refusals why nothing may be sent; empty if something may
 */
record PublishPlan(
    List<DefinitionVersion> changes,
    List<DefinitionName> unchanged,
    List<DefinitionVersion> stillPublished,
    List<Problem> refusals) {

  /** The kinds a folder's publisher answers for; others on the topic are somebody else's. */
  private static final Set<String> KINDS = Set.of("segment", "flow", "scoring", "limits");

  PublishPlan {
    changes = List.copyOf(changes);
    unchanged = List.copyOf(unchanged);
    stillPublished = List.copyOf(stillPublished);
    refusals = List.copyOf(refusals);
  }

  /**
   * Decides.
   *
   * @param folder what is to be published, names all different
   * @param topic what is published, the deleted included
   * @param prune whether what is not in the folder is to be deleted
   */
  static PublishPlan of(
      List<DefinitionText> folder,
      SortedMap<DefinitionName, DefinitionVersion> topic,
      boolean prune) {
    List<DefinitionVersion> changes = new ArrayList<>();
    List<DefinitionName> unchanged = new ArrayList<>();
    List<Problem> refusals = new ArrayList<>();
    Set<DefinitionName> named = new HashSet<>();
    for (DefinitionText text : folder) {
      DefinitionName name = new DefinitionName(text.kind(), text.id());
      named.add(name);
      DefinitionVersion there = topic.get(name);
      if (there != null && isSame(text, there)) {
        unchanged.add(name);
      } else {
        int version = version(text, there);
        if (there != null && version <= there.version()) {
          refusals.add(refusal(text.file(), version, there));
        } else {
          changes.add(new DefinitionVersion(name, version, text.yaml()));
        }
      }
    }
    changes.sort((one, other) -> one.name().compareTo(other.name()));
    List<DefinitionVersion> gone =
        topic.entrySet().stream()
            .filter(each -> KINDS.contains(each.getKey().kind()) && !named.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .filter(each -> !each.isDeleted())
            .toList();
    if (prune) {
      gone.forEach(each -> changes.add(each.deleted()));
    }
    return new PublishPlan(changes, unchanged, prune ? List.of() : gone, refusals);
  }

  private static boolean isSame(DefinitionText text, DefinitionVersion there) {
    Integer version = text.version();
    return text.yaml().equals(there.yaml()) && (version == null || version == there.version());
  }

  /** That of the file; where files have none, the next one. */
  private static int version(DefinitionText text, @Nullable DefinitionVersion there) {
    Integer version = text.version();
    if (version != null) {
      return version;
    }
    return there == null ? 1 : Math.addExact(there.version(), 1);
  }

  private static Problem refusal(String file, int version, DefinitionVersion there) {
    String what =
        there.isDeleted()
            ? "version " + version + ", but version " + there.version() + " deleted it"
            : version == there.version()
                ? "version " + version + " is published with another text"
                : "version " + version + ", but version " + there.version() + " is published";
    String remedy = "count version up to " + Math.addExact(there.version(), 1);
    return new Problem(file, 0, 0, what, remedy);
  }
}
