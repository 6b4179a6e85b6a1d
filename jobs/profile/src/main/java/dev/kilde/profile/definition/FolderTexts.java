package dev.kilde.profile.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The texts of a folder of definitions, to be published. Whether they are right {@link
 * DefinitionFolder} says: ask it first.
 *
 * @param texts what can be published, in order of file
 * @param unpublished the files of kinds that a job reads from its folder only: {@code
 *     identity.yaml}, {@code loyalty.yaml}
 * @param problems why a text has no id, version or readable characters; empty if {@link
 *     DefinitionFolder} found nothing wrong, unless the folder has changed since
 */
public record FolderTexts(
    List<DefinitionText> texts, List<String> unpublished, List<Problem> problems) {

  /** Copies the lists. */
  public FolderTexts {
    texts = List.copyOf(texts);
    unpublished = List.copyOf(unpublished);
    problems = List.copyOf(problems);
  }

  /** Reads all of them; never throws for what the folder holds, nor for one that is missing. */
  public static FolderTexts read(Path folder) {
    List<DefinitionText> texts = new ArrayList<>();
    List<String> unpublished = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, Path> file : YamlFiles.in(folder, problems).entrySet()) {
      String name = file.getKey();
      DefinitionPlace place = DefinitionPlace.of(name).orElse(null);
      if (place == null) {
        continue;
      }
      Problems found = new Problems(name);
      switch (place) {
        case SEGMENTS -> withHead("segment", name, file.getValue(), found, texts);
        case FLOWS -> withHead("flow", name, file.getValue(), found, texts);
        case SCORING -> theOnly("scoring", name, file.getValue(), found, texts);
        case LIMITS -> theOnly("limits", name, file.getValue(), found, texts);
        case IDENTITY, LOYALTY -> unpublished.add(name);
      }
      problems.addAll(found.all());
    }
    return new FolderTexts(texts, unpublished, problems);
  }

  private static void withHead(
      String kind, String name, Path path, Problems found, List<DefinitionText> texts) {
    byte[] bytes = bytes(path, found);
    Node root = YamlText.parse(bytes, found);
    if (root == null) {
      return;
    }
    Head head = Head.read(kind, new Value("the file", root, found));
    String yaml = Utf8Text.decode(bytes, found);
    if (head != null && yaml != null) {
      texts.add(new DefinitionText(name, kind, head.id(), head.version(), yaml));
    }
  }

  private static void theOnly(
      String kind, String name, Path path, Problems found, List<DefinitionText> texts) {
    String yaml = Utf8Text.decode(bytes(path, found), found);
    if (yaml != null && found.isEmpty()) {
      texts.add(new DefinitionText(name, kind, kind, null, yaml));
    }
  }

  /** What the file holds, at most one byte more than is allowed; empty after telling a problem. */
  private static byte[] bytes(Path path, Problems found) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(YamlText.MAX_BYTES + 1);
    } catch (IOException e) {
      found.addToWhole("cannot be read (" + e.getClass().getSimpleName() + ")", YamlFiles.READABLE);
      return new byte[0];
    }
  }
}
