package dev.kilde.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.connectors.input.Input;
import dev.kilde.core.event.Identifier;
import dev.kilde.core.event.IdentifierKind;
import dev.kilde.core.identity.ProfileId;
import dev.kilde.schemas.Topic;
import dev.kilde.schemas.record.PrivacyRequest;
import dev.kilde.schemas.record.ProfileDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An erasure, live: what it asks of weaker identifiers comes back by the privacy topic. Each round
 * reads what the rounds before have asked.
 *
 * <pre>
 *   anna: device ──> anna@x.dk ──> anna         bo: the same device, from second 40 on
 * </pre>
 */
class ErasureLoopTest {

  private static final Instant T = World.START;

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @Test
  void nothingOfWhoWasErasedComesBack() throws Exception {
    Set<PrivacyRequest> asked = new LinkedHashSet<>();
    ProfileRun run = round(asked);
    int rounds = 1;
    while (asked.addAll(run.erasures())) {
      run = round(asked);
      rounds++;
    }

    assertThat(rounds).as("the contact asks the e-mail, the e-mail asks the device").isEqualTo(3);
    Map<String, ProfileDocument> documents = run.documents();
    assertThat(documents).containsOnlyKeys(id("bo"));
    assertThat(documents.get(id("bo")).getBehaviour().getCounts())
        .as("what he did on the shared device stays his")
        .isEqualTo(Map.of("product_viewed", 2L));
    assertThat(run.updates().get(id("anna")))
        .extracting(update -> update.document() == null)
        .as("she was told of, then no more")
        .startsWith(false)
        .endsWith(true);
    assertThat(run.exports()).hasSize(1);
    assertThat(run.exports().get(0).getRecords()).isEmpty();
  }

  private static ProfileRun round(Set<PrivacyRequest> asked) throws Exception {
    List<Input> inputs = new ArrayList<>();
    take(inputs, view("unknown-yet", 0).by("deviceId", "d"));
    take(inputs, view("newsletter", 10).by("deviceId", "d").by("email", "anna@x.dk"));
    take(inputs, view("sign-in", 20).by("email", "anna@x.dk").byContact("anna"));
    take(inputs, view("known", 30).by("deviceId", "d"));
    take(inputs, view("bos-sign-in", 40).by("deviceId", "d").byContact("bo"));
    take(inputs, view("bos", 50).by("deviceId", "d"));
    inputs.add(Input.tick(T.plusSeconds(65)));
    take(inputs, Sample.request("forget-me", T.plusSeconds(60), "erase").byContact("anna"));
    inputs.add(Input.tick(T.plusSeconds(100)));
    asked.forEach(request -> inputs.add(Input.record(Topic.PRIVACY, request, "privacy:1")));
    inputs.add(Input.tick(T.plusSeconds(110)));
    take(inputs, view("till-file", 55).byContact("anna"));
    take(inputs, view("tracker", 35).by("deviceId", "d"));
    take(inputs, unlink("u", 120, "email:anna@x.dk", "contactId:anna"));
    take(inputs, unlink("v", 130, "deviceId:d", "email:anna@x.dk"));
    take(inputs, Sample.request("x", T.plusSeconds(140), "export").by("email", "anna@x.dk"));
    inputs.add(Input.tick(T.plusSeconds(200)));
    return ProfileRun.of(new Schedule(List.of(inputs), inputs.size()), 2);
  }

  private static void take(List<Input> inputs, Sample sample) {
    inputs.add(sample.input());
  }

  private static Sample view(String id, int second) {
    return Sample.viewed(id, T.plusSeconds(second), "tent");
  }

  private static Sample unlink(String id, int second, String from, String to) {
    return Sample.request(id, T.plusSeconds(second), "unlink").by("deviceId", "d").about(from, to);
  }

  private static String id(String contactId) {
    return ProfileId.of("shop", Identifier.of(IdentifierKind.CONTACT_ID, contactId)).hex();
  }
}
