package dev.kilde.profile.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilde.profile.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order of somebody erased; afterwards a correction puts it to somebody else. */
class ReplayErasedPurchasesTest {

  private static final Instant T = Instant.parse("2026-03-01T10:00:00Z");
  private static final Sample ERASE =
      Sample.request("forget-me", T.plusSeconds(60), "erase").byContact("anna");

  @TempDir Path root;

  @Test
  void whatWasOfAPersonKnownByOneIdentifierComesToNobody() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(order("v1", 0).byContact("anna"), ERASE, order("v2", 70).byContact("bo"))
            .write(exportOfBo());
    ReplaySummary summary = folder.run(2, null);

    assertThat(exported(folder)).containsExactly("v2");
    assertThat(changes(folder, "erased")).as("once").isEqualTo(1);
    assertThat(summary.counts().get("events-applied")).as("each snapshot once").isEqualTo(2);
    assertThat(summary.counts().getOrDefault("events-dropped", 0L)).isZero();
  }

  @Test
  void whatCameThroughWeakerIdentifiersComesToNobody() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                receipt("r1", 0).by("cardToken", "card"),
                view("says", 10).by("cardToken", "card").by("email", "anna@x.dk"),
                view("signs-in", 20).by("email", "anna@x.dk").byContact("anna"),
                ERASE,
                receipt("r2", 70).byContact("bo"),
                exportOfBo());
    folder.run(2, null);

    assertThat(exported(folder)).containsExactly("r2");
    assertThat(changes(folder, "erased")).as("contact, e-mail, card").isEqualTo(3);
  }

  @Test
  void theWayThroughAnEnrichedOrderIsFound() throws Exception {
    ReplayFolder folder =
        new ReplayFolder(root)
            .write(
                view("before", 0).by("deviceId", "d"),
                order("v2", 10)
                    .byContact("anna")
                    .by("email", "anna@x.dk")
                    .with("updatedAt", T.plusSeconds(30).toString()),
                order("v1", 20).by("email", "anna@x.dk").by("deviceId", "d"),
                ERASE,
                Sample.request("u", T.plusSeconds(70), "unlink")
                    .by("deviceId", "d")
                    .about("deviceId:d", "email:anna@x.dk"),
                Sample.request("x", T.plusSeconds(80), "export").by("deviceId", "d"));
    folder.run(1, null);

    assertThat(exported(folder)).as("of the device nothing is left").isEmpty();
    assertThat(folder.lines("profiles")).isEmpty();
  }

  private static Sample exportOfBo() {
    return Sample.request("x", T.plusSeconds(90), "export").byContact("bo");
  }

  private static Sample order(String id, int second) {
    return Sample.order(id, T.plusSeconds(second), "o");
  }

  private static Sample receipt(String id, int second) {
    return Sample.receipt(id, T.plusSeconds(second), "r");
  }

  private static Sample view(String id, int second) {
    return Sample.viewed(id, T.plusSeconds(second), "tent");
  }

  private static List<String> exported(ReplayFolder folder) throws IOException {
    JsonNode export = folder.trees("exports").get(0);
    return StreamSupport.stream(export.at("/records").spliterator(), false)
        .map(each -> each.at("/eventId").asText())
        .toList();
  }

  private static long changes(ReplayFolder folder, String change) throws IOException {
    return folder.trees("identity-changes").stream()
        .filter(each -> each.at("/change").asText().equals(change))
        .count();
  }
}
