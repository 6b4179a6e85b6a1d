package dev.kilde.profile.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilde.core.event.Event;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.IdentityRules;
import dev.kilde.core.person.Claim;
import dev.kilde.profile.PureProfiles;
import dev.kilde.profile.Sample;
import dev.kilde.profile.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One person of each of many shops is erased; then every link there may be is taken back, so that
 * whatever an identifier still keeps would be its own again, and everybody asks for what is held.
 */
class ErasedIsGoneTest {

  private static final Instant ERASED = World.END.plusSeconds(1);
  private static final Identifier WHO = Identifier.of(IdentifierKind.CONTACT_ID, "person-0");

  @TempDir Path root;

  @Test
  void whatIsHeldAfterwardsIsExactlyWhatOthersHave() throws Exception {
    List<World> worlds = World.many(150, 3);
    ReplayFolder folder = new ReplayFolder(root);
    for (World world : worlds) {
      folder.write(world.samples()).write(requests(world));
    }
    folder.run(2, ERASED.plusSeconds(3));

    Map<String, Set<String>> held = held(folder);
    int erased = 0;
    for (World world : worlds) {
      Set<String> ofOthers = new TreeSet<>();
      Set<String> ofErased = new TreeSet<>();
      PureProfiles.people(events(world), IdentityRules.DEFAULT)
          .forEach(
              (identifier, own) ->
                  (identifier.equals(WHO) ? ofErased : ofOthers).addAll(names(own)));
      assertThat(held.getOrDefault(world.tenant(), Set.of()))
          .as(world.tenant())
          .isEqualTo(ofOthers);
      ofErased.removeAll(ofOthers);
      erased += ofErased.size();
    }
    assertThat(erased).isGreaterThan(300);
  }

  private static List<Sample> requests(World world) {
    List<Sample> requests = new ArrayList<>();
    requests.add(Sample.request("r", ERASED, "erase").byContact("person-0"));
    Set<Identifier> all = new LinkedHashSet<>();
    events(world).forEach(event -> all.addAll(event.envelope().identifiers().all()));
    for (Identifier weaker : all) {
      for (Identifier stronger : all) {
        if (weaker.kind().compareTo(stronger.kind()) > 0) {
          requests.add(
              Sample.request("u" + requests.size(), ERASED.plusSeconds(1), "unlink")
                  .by(weaker.kind().field(), weaker.value())
                  .about(text(weaker), text(stronger)));
        }
      }
      requests.add(
          Sample.request("x" + requests.size(), ERASED.plusSeconds(2), "export")
              .by(weaker.kind().field(), weaker.value()));
    }
    return requests.stream().map(request -> request.with("tenant", world.tenant())).toList();
  }

  /** The events in the exports, by tenant. */
  private static Map<String, Set<String>> held(ReplayFolder folder) throws IOException {
    Map<String, Set<String>> held = new TreeMap<>();
    for (JsonNode export : folder.trees("exports")) {
      Set<String> ofTenant =
          held.computeIfAbsent(export.at("/tenant").asText(), key -> new TreeSet<>());
      for (JsonNode record : export.at("/records")) {
        ofTenant.add(
            name(
                record.at("/topic").asText(),
                record.at("/eventId").asText(),
                Instant.parse(record.at("/occurredAt").asText())));
      }
    }
    return held;
  }

  private static List<String> names(Collection<Claim> claims) {
    return claims.stream()
        .map(
            claim -> name(claim.id().stream().topic(), claim.id().id(), claim.event().occurredAt()))
        .toList();
  }

  /** Of several contents under an id another one. */
  private static String name(String topic, String eventId, Instant occurredAt) {
    return topic + "/" + eventId + " at " + occurredAt;
  }

  private static List<Event> events(World world) {
    return world.samples().stream().map(Sample::event).toList();
  }

  private static String text(Identifier identifier) {
    return identifier.kind().field() + ":" + identifier.value();
  }
}
