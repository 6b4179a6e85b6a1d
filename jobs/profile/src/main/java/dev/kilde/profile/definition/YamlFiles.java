package dev.kilde.profile.definition;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds every YAML file in a folder, however deep. Links are followed, as a mounted Kubernetes
 * ConfigMap is made of them; what begins with a dot is hidden and left alone.
 */
final class YamlFiles extends SimpleFileVisitor<Path> {

  static final String READABLE = "make it a file this user may read, or delete it";

  private final Path folder;
  private final List<Problem> problems;
  private final SortedMap<String, Path> found = new TreeMap<>();

  private YamlFiles(Path folder, List<Problem> problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** The files by their path in the folder, with {@code /}, sorted; tells what cannot be read. */
  static SortedMap<String, Path> in(Path folder, List<Problem> problems) {
    YamlFiles files = new YamlFiles(folder, problems);
    if (!Files.exists(folder)) {
      files.wholeFolder("no such folder", "check the path");
    } else if (!Files.isDirectory(folder)) {
      files.wholeFolder(
          "not a folder", "give the folder that holds limits.yaml, segments/, flows/");
    } else {
      try {
        Files.walkFileTree(
            folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
      } catch (IOException e) {
        files.wholeFolder("cannot be read (" + e.getClass().getSimpleName() + ")", READABLE);
      }
    }
    return files.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
    if (path.equals(folder)) {
      return FileVisitResult.CONTINUE;
    }
    if (isHidden(path)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (DefinitionPlace.looksLikeYaml(name(path))) {
      add(path, "a folder, not a file", "rename the folder");
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
    if (!isHidden(path) && DefinitionPlace.looksLikeYaml(name(path))) {
      if (attributes.isRegularFile()) {
        found.put(name(path), path);
      } else {
        add(path, attributes.isSymbolicLink() ? "a link to nothing" : "not a file", READABLE);
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException e) {
    if (path.equals(folder)) {
      wholeFolder("cannot be read (" + e.getClass().getSimpleName() + ")", READABLE);
    } else if (!isHidden(path)) {
      add(path, "cannot be read (" + e.getClass().getSimpleName() + ")", READABLE);
    }
    return FileVisitResult.CONTINUE;
  }

  private void add(Path path, String what, String remedy) {
    problems.add(new Problem(name(path), 0, 0, what, remedy));
  }

  private void wholeFolder(String what, String remedy) {
    problems.add(new Problem(folder.toString(), 0, 0, what, remedy));
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private String name(Path path) {
    StringBuilder name = new StringBuilder();
    for (Path part : folder.relativize(path)) {
      name.append(name.isEmpty() ? "" : "/");
      part.toString().codePoints().map(Quoted::visible).forEach(name::appendCodePoint);
    }
    return name.toString();
  }
}
