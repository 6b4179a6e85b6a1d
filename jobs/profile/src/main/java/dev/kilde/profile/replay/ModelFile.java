package dev.kilde.profile.replay;

import dev.kilde.connectors.files.UnreadableInputException;
import dev.kilde.profile.rules.Models;
import dev.kilde.profile.rules.RuleTexts;
import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.RejectedException;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of models as they were published, one a line. */
public final class ModelFile {

  private ModelFile() {}

  /**
   * All of them.
   *
   * @throws UnreadableInputException with file and line, if any cannot be used
   */
  public static List<RuleUpdate> read(Path file) throws UnreadableInputException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw UnreadableInputException.of(file, e);
    }
    InputDecoder decoder = new InputDecoder();
    List<RuleUpdate> models = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        models.add(model(decoder, lines.get(i), file + ":" + (i + 1)));
      }
    }
    return models;
  }

  private static RuleUpdate model(InputDecoder decoder, String line, String place)
      throws UnreadableInputException {
    try {
      byte[] json = line.getBytes(StandardCharsets.UTF_8);
      RuleUpdate update = Models.of((Model) decoder.json(Topic.MODELS, json));
      Optional<String> mistake = RuleTexts.mistake(update);
      if (mistake.isPresent()) {
        throw new UnreadableInputException(place + ": " + mistake.get(), null);
      }
      return update;
    } catch (RejectedException e) {
      throw new UnreadableInputException(place + ": " + e.getMessage(), e);
    }
  }
}
