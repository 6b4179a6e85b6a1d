package dev.kilde.profile.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilde.connectors.files.LinesSink;
import dev.kilde.connectors.files.OutputFolder;
import dev.kilde.connectors.files.UnwritableOutputException;
import dev.kilde.core.segment.Ruleset;
import dev.kilde.profile.rules.BaseRules;
import dev.kilde.profile.rules.InMemoryRules;
import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.profile.rules.Rules;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a replay leaves beside its outputs for those who ask why: neither the events nor the
 * definitions are needed any more. Of no concern to anybody else.
 *
 * <pre>
 *   out/explain/rules.jsonl        as of when, the folder's definitions
 *               published.jsonl    definitions and models among the events
 *               people.jsonl       what is known of each person
 * </pre>
 */
public final class ExplainFolder {

  private static final String RULES = "rules.jsonl";
  private static final String PUBLISHED = "published.jsonl";
  private static final String PEOPLE = "people.jsonl";

  private final Path out;
  private final Path folder;

  private ExplainFolder(Path out) {
    this.out = out;
    this.folder = out.resolve("explain");
  }

  /** Within the folder of a replay's outputs. */
  public static ExplainFolder in(Path out) {
    return new ExplainFolder(out);
  }

  /** Where everybody goes, a line each. */
  public LinesSink<String> people() {
    return new LinesSink<>(folder, PEOPLE, line -> line.getBytes(UTF_8));
  }

  /** Where the definitions and models among the events go. */
  public LinesSink<RuleUpdate> published() {
    return new LinesSink<>(folder, PUBLISHED, update -> RuleLines.write(update).getBytes(UTF_8));
  }

  /** The replay has come to its end. */
  public void write(Instant asOf, BaseRules rules) throws UnwritableOutputException {
    OutputFolder.write(folder, RULES, RuleLines.write(new RuleLines.Header(asOf, rules)));
  }

  /** What there is to explain a person by. */
  public record Found(KnownPerson person, Ruleset rules, Instant asOf) {}

  /**
   * Finds somebody.
   *
   * @return empty: nobody has this id
   * @throws NotReplayedException if this is not the folder of a replay's outputs
   */
  public Optional<Found> find(String profileId) throws NotReplayedException {
    Path file = folder.resolve(RULES);
    if (!Files.exists(file)) {
      throw new NotReplayedException(
          out + " is not what a replay wrote: " + file + " is missing; check --out");
    }
    try {
      RuleLines.Header header = RuleLines.header(Files.readAllLines(file));
      file = folder.resolve(PEOPLE);
      Optional<KnownPerson> person = person(file, profileId);
      if (person.isEmpty()) {
        return Optional.empty();
      }
      file = folder.resolve(PUBLISHED);
      Rules rules = new Rules(header.rules(), new InMemoryRules());
      for (RuleUpdate update : RuleLines.updates(Files.readAllLines(file))) {
        rules.take(update, Instant.EPOCH);
      }
      Ruleset ruleset = rules.of(person.get().tenant()).at(header.asOf());
      return Optional.of(new Found(person.get(), ruleset, header.asOf()));
    } catch (IOException | IllegalArgumentException e) {
      throw new NotReplayedException(
          file + " cannot be read: " + oneLine(e) + "; run the replay again");
    }
  }

  private static Optional<KnownPerson> person(Path file, String profileId) throws IOException {
    String beginning = KnownPerson.beginning(profileId);
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(beginning)) {
          return Optional.of(KnownPerson.read(line));
        }
      }
    }
    return Optional.empty();
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
