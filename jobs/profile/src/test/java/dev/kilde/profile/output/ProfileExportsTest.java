package dev.kilde.profile.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilde.core.definition.MessageClass;
import dev.kilde.core.definition.Retention;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.OrderSnapshot;
import dev.kilde.core.flow.CapSlot;
import dev.kilde.core.flow.Journey;
import dev.kilde.core.flow.Ledger;
import dev.kilde.core.flow.SentStep;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.core.keeper.Effect;
import dev.kilde.core.person.Claim;
import dev.kilde.core.person.DocumentTiming;
import dev.kilde.core.person.EventCap;
import dev.kilde.core.person.Head;
import dev.kilde.core.person.Held;
import dev.kilde.core.person.Person;
import dev.kilde.profile.MemoryStore;
import dev.kilde.profile.Sample;
import dev.kilde.profile.World;
import dev.kilde.schemas.InputDecoder;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.json.JsonForm;
import dev.kilde.schemas.record.HeldCapSlot;
import dev.kilde.schemas.record.HeldJourney;
import dev.kilde.schemas.record.HeldRecord;
import dev.kilde.schemas.record.HeldStep;
import dev.kilde.schemas.record.ProfileExport;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfileExportsTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final ProfileId ANNA = new ProfileId("anna");
  private static final Map<String, BigDecimal> RATES = Map.of("USD", new BigDecimal("7"));

  private final ProfileExports exports = new ProfileExports(RATES);

  @Test
  void everyInputStandsInItsOwnForm() throws Exception {
    Random random = new Random(1);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      samples.add(World.any(random, "e" + i, T.plusSeconds(i), 1));
    }
    List<HeldRecord> records = export(samples).getRecords();

    assertThat(records).hasSize(50);
    assertThat(records).extracting(HeldRecord::getTopic).contains("tracking", "orders", "receipts");
    for (int i = 0; i < 50; i++) {
      HeldRecord record = records.get(i);
      Topic topic = samples.get(i).topic();
      assertThat(record.getTopic()).isEqualTo(topic.topicName());
      assertThat(record.getEventId()).isEqualTo("e" + i);
      assertThat(record.getOccurredAt()).isEqualTo(T.plusSeconds(i));
      assertThat(
              new InputDecoder().json(topic, record.getContent().getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(samples.get(i).input().record());
    }
  }

  @Test
  void inTheJsonFormAnInputIsAnObject() throws Exception {
    ProfileExport export = export(List.of(Sample.viewed("e", T, "tent").byContact("anna")));
    JsonNode json = new ObjectMapper().readTree(new JsonForm().write(export));
    assertThat(json.at("/records/0/content/productId").asText()).isEqualTo("tent");
    assertThat(json.at("/profile/profileId").asText()).isEqualTo("anna");
  }

  @Test
  void theProfileIsAddedUpInTheTenantsCurrency() throws Exception {
    ProfileExport export =
        export(List.of(Sample.order("o", T, "o").with("currency", "USD").byContact("anna")));
    assertThat(export.getProfile().getPurchases().getNetTotal()).isEqualByComparingTo("700");
  }

  @Test
  void aPurchaseThatNamesSomebodyElseIsGivenWithoutTheNames() {
    Event foreign =
        ((OrderSnapshot) Sample.order("o", T, "o").byContact("bo").by("email", "bo@x.dk").event())
            .anonymous();
    ProfileExport export =
        exports.of(new Effect.Exported("shop", ANNA, "r", T, null, List.of(foreign), Ledger.EMPTY));
    assertThat(export.getRecords().get(0).getContent())
        .contains("\"orderId\":\"o\"")
        .doesNotContain("bo");
  }

  @Test
  void whatThePersonIsInTheMiddleOfAndWasSentIsGiven() {
    Ledger ledger =
        new Ledger(
            List.of(
                new Journey("cart", 2, "c1", "second", T, T.plusSeconds(60)),
                new Journey("welcome", 1, "e", "first", T, null)),
            List.of(new SentStep("cart", "c1", "first", "t1", T)),
            List.of(new CapSlot("t1", "email", MessageClass.MARKETING, T)));
    ProfileExport export =
        exports.of(new Effect.Exported("shop", ANNA, "r", T, null, List.of(), ledger));
    assertThat(export.getJourneys())
        .containsExactly(
            new HeldJourney("cart", 2, "c1", "second", T, T.plusSeconds(60)),
            new HeldJourney("welcome", 1, "e", "first", T, null));
    assertThat(export.getSentSteps()).containsExactly(new HeldStep("cart", "c1", "first", "t1", T));
    assertThat(export.getCapSlots())
        .containsExactly(new HeldCapSlot("t1", "email", "marketing", T));
  }

  @Test
  void ofWhomNothingIsHeldNothingIsSaid() {
    assertThat(exports.of(new Effect.Exported("shop", ANNA, "r", T, null, List.of(), Ledger.EMPTY)))
        .isEqualTo(
            new ProfileExport(
                "shop", "anna", "r", T, null, List.of(), List.of(), List.of(), List.of()));
  }

  private ProfileExport export(List<Sample> samples) {
    Person person =
        new Person(
            "shop",
            ANNA,
            Head.NONE,
            new MemoryStore(),
            new Person.Rules(
                Retention.FOREVER, EventCap.DEFAULT, DocumentTiming.Coalesced.DEFAULT));
    List<Event> events = samples.stream().map(Sample::event).toList();
    events.forEach(event -> person.put(Held.of(Claim.of(event))));
    person.settle(T, outcome -> {});
    return exports.of(
        new Effect.Exported("shop", ANNA, "r", T, person.profile(T), events, Ledger.EMPTY));
  }
}
