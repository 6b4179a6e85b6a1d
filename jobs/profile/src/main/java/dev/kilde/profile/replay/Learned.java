package dev.kilde.profile.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilde.core.score.rfm.BreakPoints;
import dev.kilde.core.score.rfm.Buyer;
import dev.kilde.core.score.rfm.Population;
import dev.kilde.profile.rules.Models;
import dev.kilde.profile.rules.RuleUpdate;
import dev.kilde.schemas.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a pass over everybody teaches about them. */
final class Learned {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Learned() {}

  /**
   * The RFM break points of every tenant with a buyer, exact, in effect from the beginning.
   *
   * @param out where a pass has written everybody's profile
   * @param asOf the instant they are as of
   */
  static List<RuleUpdate> from(Path out, Instant asOf) throws IOException {
    List<RuleUpdate> models = new ArrayList<>();
    buyers(out.resolve(Topic.PROFILES.topicName() + ".jsonl"))
        .forEach(
            (tenant, buyers) -> {
              BreakPoints points = Population.exact(buyers, asOf);
              models.add(Models.rfm(tenant, points, Instant.EPOCH));
            });
    return models;
  }

  private static Map<String, List<Buyer>> buyers(Path profiles) throws IOException {
    Map<String, List<Buyer>> buyers = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(profiles)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode profile = JSON.readTree(line);
        JsonNode rfm = profile.path("rfm");
        if (rfm.isObject()) {
          buyers
              .computeIfAbsent(profile.get("tenant").asText(), tenant -> new ArrayList<>())
              .add(
                  new Buyer(
                      Instant.parse(rfm.get("lastAt").asText()),
                      rfm.get("frequency").asInt(),
                      rfm.get("monetary").decimalValue()));
        }
      }
    }
    return buyers;
  }
}
