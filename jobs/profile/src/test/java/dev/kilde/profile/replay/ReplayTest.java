package dev.kilde.profile.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.profile.Sample;
import dev.kilde.profile.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder in, a folder out. */
class ReplayTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Sample VIEW = Sample.viewed("e", T, "tent").byContact("anna");

  @TempDir Path root;

  @Test
  void theOutputDependsNeitherOnParallelismNorOnOrderNorOnRepetition() throws Exception {
    List<Sample> samples = new ArrayList<>();
    World.many(30, 7).forEach(world -> samples.addAll(world.samples()));
    ReplayFolder plain = new ReplayFolder(root.resolve("plain")).write(samples);
    plain.run(1, World.END);
    List<Sample> twice = new ArrayList<>(samples);
    twice.addAll(samples);
    Collections.shuffle(twice, new Random(1));
    ReplayFolder shuffled = new ReplayFolder(root.resolve("shuffled")).write(twice);

    ReplaySummary summary = shuffled.run(2, World.END);

    assertThat(shuffled.lines("profiles"))
        .hasSizeGreaterThan(30)
        .isEqualTo(plain.lines("profiles"));
    assertThat(shuffled.lines("explain/people"))
        .hasSameSizeAs(plain.lines("profiles"))
        .isEqualTo(plain.lines("explain/people"));
    assertThat(summary.profiles()).isEqualTo(plain.lines("profiles").size());
    assertThat(summary.counts().get("events-duplicate")).isEqualTo(samples.size());
    plain.run(2, World.END);
    assertThat(plain.lines("profiles")).isEqualTo(shuffled.lines("profiles"));
  }

  @Test
  void asOfIsInclusive() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                VIEW,
                Sample.viewed("at", T.plusSeconds(60), "stove").byContact("anna"),
                Sample.order("at", T.plusSeconds(60), "o").byContact("anna"),
                Sample.viewed("after", T.plusSeconds(60).plusMillis(1), "mat").byContact("anna"));

    ReplaySummary summary = folder.run(1, T.plusSeconds(60));

    JsonNode anna = folder.trees("profiles").get(0);
    assertThat(anna.at("/behaviour/lastViewed").toString()).isEqualTo("[\"stove\",\"tent\"]");
    assertThat(anna.at("/purchases/orders").asInt()).isEqualTo(1);
    assertThat(anna.at("/asOf").asText()).isEqualTo("2026-03-01T10:01:00Z");
    assertThat(summary.input().afterAsOf()).isEqualTo(1);
  }

  @Test
  void withoutAsOfItEndsOneMillisecondAfterTheLastEvent() throws Exception {
    ReplayFolder folder = new ReplayFolder(root).write(VIEW);
    folder.run(1, null);
    assertThat(folder.trees("profiles").get(0).at("/asOf").asText())
        .isEqualTo("2026-03-01T10:00:00.001Z");
  }

  @Test
  void whoHasNothingUpToAsOfHasNoProfile() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(VIEW, Sample.viewed("f", T.plusSeconds(9), "tent").byContact("bo"));
    assertThat(folder.run(2, T).profiles()).isEqualTo(1);
    assertThat(folder.lines("profiles")).hasSize(1);
  }

  @Test
  void aPurchaseThatChangedHandsIsOnlyItsLastOwners() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                Sample.order("v1", T, "o").byContact("anna"),
                Sample.order("v2", T.plusSeconds(60), "o").byContact("bo"),
                Sample.viewed("e", T, "tent").byContact("anna"));
    folder.run(1, null);
    Map<String, Integer> orders = new HashMap<>();
    for (JsonNode profile : folder.trees("profiles")) {
      orders.put(profile.at("/profileId").asText(), profile.at("/purchases/orders").asInt());
    }
    assertThat(orders).isEqualTo(Map.of(id("anna"), 0, id("bo"), 1));
  }

  @Test
  void whatCannotBeUsedIsADeadLetterWithItsBytesAndEverythingElseIsApplied() throws Exception {
    String good = VIEW.json();
    Map<String, byte[]> garbage = new LinkedHashMap<>();
    garbage.put("not_json", bytes(good.substring(0, 40)));
    garbage.put("wrong_type", bytes(VIEW.with("name", List.of(7)).json()));
    garbage.put("missing_field", bytes(good.replace("\"tenant\":\"shop\",", "")));
    garbage.put("empty_field", bytes(VIEW.with("tenant", "").json()));
    garbage.put("no_identifier", bytes(VIEW.with("identifiers", Map.of()).json()));
    garbage.put("too_large", bytes(VIEW.with("url", "u".repeat(1 << 20)).json()));
    garbage.put("identifier_too_long", bytes(VIEW.byContact("x".repeat(513)).json()));
    garbage.put("time_out_of_range", bytes(VIEW.with("occurredAt", "3000-01-01T00:00:00Z").json()));
    garbage.put("unknown_enum", bytes(VIEW.with("name", "teleported").json()));
    garbage.put("too_deep", bytes("[".repeat(33) + "]".repeat(33)));
    garbage.put("not_an_object", bytes("[1,2]"));
    byte[] blob = new byte[3_000];
    new Random(5).nextBytes(blob);
    for (int i = 0; i < blob.length; i++) {
      blob[i] = blob[i] == '\n' ? 1 : blob[i];
    }
    ReplayFolder folder = new ReplayFolder(root);
    List<String> reasons = new ArrayList<>();
    List<byte[]> payloads = new ArrayList<>();
    for (Map.Entry<String, byte[]> bad : garbage.entrySet()) {
      folder.line("tracking.jsonl", bad.getValue());
      reasons.add(bad.getKey());
      payloads.add(bad.getValue());
      folder.line("tracking.jsonl", bytes(VIEW.with("eventId", "e" + reasons.size()).json()));
    }
    folder.line("tracking.jsonl", blob);
    reasons.add("not_json");
    payloads.add(blob);
    folder.line("tracking.jsonl", new byte[0]);

    ReplaySummary summary = folder.run(2, null);

    Map<String, JsonNode> letters = new HashMap<>();
    for (JsonNode letter : folder.trees("dead-letters")) {
      assertThat(letters.put(letter.at("/source").asText(), letter)).isNull();
    }
    assertThat(letters).hasSize(reasons.size());
    for (int i = 0; i < reasons.size(); i++) {
      JsonNode letter = letters.get("tracking.jsonl:" + (2 * i + 1));
      assertThat(letter.at("/reason").asText()).isEqualTo(reasons.get(i));
      assertThat(letter.at("/detail").asText()).isNotBlank();
      byte[] payload = payloads.get(i);
      byte[] kept = payload.length > 1 << 20 ? Arrays.copyOf(payload, 1 << 16) : payload;
      assertThat(Base64.getDecoder().decode(letter.at("/payload").asText())).isEqualTo(kept);
    }
    assertThat(folder.trees("profiles").get(0).at("/behaviour/counts/product_viewed").asInt())
        .isEqualTo(garbage.size());
    assertThat(summary.input().rejectedTotal()).isEqualTo(reasons.size());
    assertThat(summary.counts().get("dead-letters")).isEqualTo(reasons.size());
  }

  @Test
  void numbersBeyondWhatADocumentCanSayDoNotStopIt() throws Exception {
    Map<String, Object> line = new HashMap<>(Sample.line("tent", 1, 1));
    line.put("price", 900_000_000_000_000L);
    line.put("quantity", 900_000_000_000_000L);
    Map<String, Object> bought = new HashMap<>(line);
    bought.remove("price");
    bought.put("amount", 900_000_000_000_000L);
    bought.put("quantity", 0.000001);
    bought.put("returnedQuantity", -900_000_000_000_000L);
    line.remove("amount");
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                VIEW.with("name", "cart_updated").with("cart", Map.of("lines", List.of(line))),
                Sample.receipt("r", T, "r").with("lines", List.of(bought)).byContact("anna"));
    assertThat(folder.run(1, null).profiles()).isEqualTo(1);
    JsonNode anna = folder.trees("profiles").get(0);
    assertThat(anna.at("/cart/value").asText()).isEqualTo("9999999999999999999999.999999");
    assertThat(anna.at("/purchases/netTotal").asText()).isEqualTo("9999999999999999999999.999999");
  }

  private static String id(String contactId) {
    return ProfileId.of("shop", Identifier.of(IdentifierKind.CONTACT_ID, contactId)).hex();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
