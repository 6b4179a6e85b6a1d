package dev.kilde.connectors.files;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What a source has to know of a first pass; travels to the readers. */
final class ReplayFiles implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<String> runs;
  private final String deadLetters;
  private final List<String> sourceNames;
  private final Instant asOf;
  private final Pace pace;

  ReplayFiles(OrderedInput input, Instant asOf, Pace pace) {
    this.runs = input.runs().stream().map(Path::toString).toList();
    this.deadLetters = input.deadLetters().toString();
    this.sourceNames = input.files();
    this.asOf = asOf;
    this.pace = pace;
  }

  List<Path> runs() {
    return runs.stream().map(Path::of).toList();
  }

  Path deadLetters() {
    return Path.of(deadLetters);
  }

  /** Names of the input files, by the index that entries hold. */
  List<String> sourceNames() {
    return sourceNames;
  }

  Instant asOf() {
    return asOf;
  }

  Pace pace() {
    return pace;
  }
}
