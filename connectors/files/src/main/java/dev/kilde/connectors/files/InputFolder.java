package dev.kilde.connectors.files;

import dev.kilde.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a folder that hold input, in order of name: {@code <topic>.jsonl} and {@code
 * <topic>.jsonl.gz} of every input topic, both if both are there.
 *
 * @param folder the folder
 * @param files the input files, at least one
 * @param ignored names of everything else in the folder
 */
record InputFolder(Path folder, List<InputFile> files, List<String> ignored) {

  InputFolder {
    files = List.copyOf(files);
    ignored = List.copyOf(ignored);
  }

  /**
   * One file of one topic.
   *
   * @param path where it lies
   * @param name its name in the folder
   * @param topic what its lines are
   * @param compressed whether it is gzip
   */
  record InputFile(Path path, String name, Topic topic, boolean compressed) {}

  /**
   * Lists a folder.
   *
   * @throws UnreadableInputException if it is missing, no folder, not readable or without any input
   */
  static InputFolder open(Path folder) throws UnreadableInputException {
    if (!Files.isDirectory(folder)) {
      throw new UnreadableInputException(
          "cannot read " + folder + (Files.exists(folder) ? ": not a folder" : ": no such folder"),
          null);
    }
    List<InputFile> files = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    for (String name : names(folder)) {
      Optional<InputFile> file = inputFile(folder, name);
      file.ifPresentOrElse(files::add, () -> ignored.add(name));
    }
    if (files.isEmpty()) {
      throw new UnreadableInputException(
          "nothing to read in "
              + folder
              + ": no <topic>.jsonl or <topic>.jsonl.gz of an input topic, such as orders.jsonl",
          null);
    }
    return new InputFolder(folder, files, ignored);
  }

  /** The same, with one more file of privacy requests; null: none. */
  InputFolder with(@Nullable Path privacy) {
    if (privacy == null) {
      return this;
    }
    List<InputFile> more = new ArrayList<>(files);
    more.add(new InputFile(privacy, privacy.getFileName().toString(), Topic.PRIVACY, false));
    return new InputFolder(folder, more, ignored);
  }

  private static List<String> names(Path folder) throws UnreadableInputException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException failure) {
      throw UnreadableInputException.of(folder, failure);
    }
  }

  private static Optional<InputFile> inputFile(Path folder, String name) {
    boolean compressed = name.endsWith(".jsonl.gz");
    if (!compressed && !name.endsWith(".jsonl")) {
      return Optional.empty();
    }
    String topicName = name.substring(0, name.lastIndexOf(".jsonl"));
    return Topic.named(topicName)
        .filter(Topic::isInput)
        .map(topic -> new InputFile(folder.resolve(name), name, topic, compressed));
  }
}
