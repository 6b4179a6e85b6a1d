package dev.kilde.profile.definition;

import dev.kilde.core.definition.Limits;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.score.Scoring;
import dev.kilde.core.score.ScoringShape;
import dev.kilde.core.segment.Segment;
import dev.kilde.core.segment.SegmentSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A folder of definitions, read and checked whole.
 *
 * <p>Known are {@code limits.yaml}, {@code scoring.yaml}, {@code identity.yaml}, {@code
 * loyalty.yaml}, {@code segments/*.yaml} and {@code flows/*.yaml}, each optional. Other YAML files
 * are problems, other files nobody's business. This version uses limits, identity, scoring and
 * segments; of the others it checks that they are YAML and, of flows, id and version.
 */
public final class DefinitionFolder {

  /** Of what is no file. */
  private final List<Problem> problems = new ArrayList<>();

  /** Of each file. */
  private final List<Problems> byFile = new ArrayList<>();

  private final List<Notice> notices = new ArrayList<>();

  /** Of what is judged by. */
  private final List<DefinitionText> texts = new ArrayList<>();

  private Scoring scoring = Scoring.DEFAULT;
  private final SegmentFiles segments = new SegmentFiles();

  /** Where a flow's id was first seen. */
  private final Map<String, String> flows = new HashMap<>();

  private @Nullable Value limitsFile;
  private @Nullable Value identityFile;
  private Limits limits = Limits.DEFAULT;
  private IdentityRules identity = IdentityRules.DEFAULT;

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
    if (isRight(DefinitionPlace.LIMITS) && isRight(DefinitionPlace.IDENTITY)) {
      SpansKept.check(limits, limitsFile, identity, identityFile);
    }
    SegmentSet together = segments.together(in(DefinitionPlace.SEGMENTS).count());
    byFile.forEach(each -> problems.addAll(each.all()));
    return problems.isEmpty()
        ? new FolderReading.Valid(
            new Definitions(limits, identity, together, scoring, texts), notices, files.size())
        : new FolderReading.Invalid(problems, notices);
  }

  private boolean isRight(DefinitionPlace place) {
    return in(place).allMatch(Problems::isEmpty);
  }

  private Stream<Problems> in(DefinitionPlace place) {
    return byFile.stream()
        .filter(file -> DefinitionPlace.of(file.file()).filter(place::equals).isPresent());
  }

  private void readFile(String name, Path path) {
    Problems found = new Problems(name);
    byFile.add(found);
    DefinitionPlace.of(name)
        .ifPresentOrElse(
            place -> readFile(place, path, found),
            () ->
                found.addToWhole(
                    "no definitions are looked for here", DefinitionPlace.remedy(name)));
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
      interpret(place, new Value("the file", root, found), found, text(bytes));
    } else if (place == DefinitionPlace.SEGMENTS || place == DefinitionPlace.FLOWS) {
      found.addToWhole("the file is empty", "write a definition, or delete the file");
    }
    if (found.isEmpty() && !place.isEvaluated()) {
      notices.add(new Notice(found.file(), "read, not evaluated by this version"));
    }
  }

  private void interpret(DefinitionPlace place, Value root, Problems found, String text) {
    switch (place) {
      case LIMITS -> {
        limitsFile = root;
        limits = LimitsReader.read(root);
      }
      case IDENTITY -> {
        identityFile = root;
        identity = IdentityReader.read(root);
      }
      case SEGMENTS -> {
        Segment segment = segments.add(root);
        if (segment != null) {
          texts.add(
              new DefinitionText(found.file(), "segment", segment.id(), segment.version(), text));
        }
      }
      case SCORING -> {
        scoring =
            Objects.requireNonNullElse(new ShapeReader().read(ScoringShape.SHAPE, root), scoring);
        texts.add(new DefinitionText(found.file(), "scoring", "scoring", null, text));
      }
      case FLOWS -> readFlow(root, found);
      case LOYALTY -> root.openMapping(); // not yet evaluated
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void readFlow(Value root, Problems found) {
    Head head = Head.read("flow", root);
    if (head == null) {
      return;
    }
    String first = flows.putIfAbsent(head.id(), found.file());
    if (first != null) {
      found.add(
          root.node(),
          "flow " + head.id() + " is also defined in " + first,
          "give one of the two another id");
    }
  }
}
