package dev.kilde.profile.definition;

import dev.kilde.core.definition.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A folder of definitions, read and checked whole.
 *
 * <p>Known are {@code limits.yaml}, {@code scoring.yaml}, {@code identity.yaml}, {@code
 * loyalty.yaml}, {@code segments/*.yaml} and {@code flows/*.yaml}, each optional. Other YAML files
 * are problems, other files nobody's business. This version uses limits; of the others it checks
 * that they are YAML and, of segments and flows, id and version.
 */
public final class DefinitionFolder {

  private final List<Problem> problems = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  /** Where an id was first seen, by key and id. */
  private final Map<String, String> ids = new HashMap<>();

  private Limits limits = Limits.DEFAULT;

  private DefinitionFolder() {}

  /**
   * Reads all of it. Never throws for what the folder holds, nor for one that is missing or cannot
   * be read: those are problems, too.
   */
  public static FolderReading read(Path folder) {
    return new DefinitionFolder().readAll(folder);
  }

  private FolderReading readAll(Path folder) {
    Map<String, Path> files = YamlFiles.in(folder, problems);
    files.forEach(this::readFile);
    return problems.isEmpty()
        ? new FolderReading.Valid(new Definitions(limits), notices, files.size())
        : new FolderReading.Invalid(problems, notices);
  }

  private void readFile(String name, Path path) {
    Problems found = new Problems(name);
    DefinitionPlace.of(name)
        .ifPresentOrElse(
            place -> readFile(place, path, found),
            () ->
                found.addToWhole(
                    "no definitions are looked for here", DefinitionPlace.remedy(name)));
    problems.addAll(found.all());
  }

  private void readFile(DefinitionPlace place, Path path, Problems found) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(YamlText.MAX_BYTES + 1);
    } catch (IOException e) {
      found.addToWhole("cannot be read (" + e.getClass().getSimpleName() + ")", YamlFiles.READABLE);
      return;
    }
    Node root = YamlText.parse(bytes, found);
    if (!found.isEmpty()) {
      return;
    }
    if (root != null) {
      interpret(place, new Value("the file", root, found), found);
    } else if (place == DefinitionPlace.SEGMENTS || place == DefinitionPlace.FLOWS) {
      found.addToWhole("the file is empty", "write a definition, or delete the file");
    }
    if (found.isEmpty() && place != DefinitionPlace.LIMITS) {
      notices.add(new Notice(found.file(), "read, not evaluated by this version"));
    }
  }

  private void interpret(DefinitionPlace place, Value root, Problems found) {
    switch (place) {
      case LIMITS -> limits = LimitsReader.read(root);
      case SEGMENTS -> readHead("segment", root, found);
      case FLOWS -> readHead("flow", root, found);
      case SCORING, IDENTITY, LOYALTY -> root.openMapping(); // not yet evaluated
    }
  }

  private void readHead(String idKey, Value root, Problems found) {
    Head head = Head.read(idKey, root);
    if (head == null) {
      return;
    }
    String first = ids.putIfAbsent(idKey + " " + head.id(), found.file());
    if (first != null) {
      found.add(
          root.node(),
          idKey + " " + Quoted.plain(head.id()) + " is also defined in " + first,
          "give one of the two another id");
    }
  }
}
