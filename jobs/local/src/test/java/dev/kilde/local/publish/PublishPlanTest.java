package dev.kilde.local.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilde.profile.definition.DefinitionText;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishPlanTest {

  private static final DefinitionName LAPSED = new DefinitionName("segment", "lapsed");
  private static final DefinitionName SCORING = new DefinitionName("scoring", "scoring");

  private final SortedMap<DefinitionName, DefinitionVersion> topic = new TreeMap<>();

  @Test
  void whatIsNotThereIsPublishedInOrderOfName() {
    PublishPlan plan =
        plan(segment("lapsed", 4, "a"), scoring("s"), text("flow", "cart", 1, "f"), limits("l"));

    assertThat(plan.changes())
        .containsExactly(
            version("flow", "cart", 1, "f"),
            version("limits", "limits", 1, "l"),
            version("scoring", "scoring", 1, "s"),
            version("segment", "lapsed", 4, "a"));
    assertThat(plan.refusals()).isEmpty();
  }

  @Test
  void aGreaterVersionIsPublishedWhateverItsText() {
    published("segment", "lapsed", 4, "a");

    assertThat(plan(segment("lapsed", 5, "a")).changes())
        .containsExactly(version("segment", "lapsed", 5, "a"));
  }

  @Test
  void theSameVersionAndTextAreUnchanged() {
    published("segment", "lapsed", 4, "a");
    published("scoring", "scoring", 7, "s");

    PublishPlan plan = plan(segment("lapsed", 4, "a"), scoring("s"));

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.unchanged()).containsExactly(LAPSED, SCORING);
  }

  @Test
  void whatHasNoVersionInItsFileIsCountedUp() {
    published("scoring", "scoring", 7, "s");

    assertThat(plan(scoring("other")).changes())
        .containsExactly(version("scoring", "scoring", 8, "other"));
  }

  @Test
  void whatHasNoVersionInItsFileComesBackAfterADeletion() {
    published("scoring", "scoring", 7, null);

    assertThat(plan(scoring("s")).changes()).containsExactly(version("scoring", "scoring", 8, "s"));
  }

  @Test
  void anotherTextOfThePublishedVersionIsRefused() {
    published("segment", "lapsed", 4, "a");

    assertThat(plan(segment("lapsed", 4, "b")).refusals().toString())
        .isEqualTo(
            "[segments/lapsed.yaml: version 4 is published with another text; count version up to"
                + " 5]");
  }

  @Test
  void anOlderVersionIsRefused() {
    published("segment", "lapsed", 4, "a");

    assertThat(plan(segment("lapsed", 3, "b")).refusals().toString())
        .isEqualTo(
            "[segments/lapsed.yaml: version 3, but version 4 is published; count version up to 5]");
  }

  @Test
  void whatWasDeletedComesBackWithAGreaterVersionOnly() {
    published("segment", "lapsed", 5, null);

    assertThat(plan(segment("lapsed", 5, "a")).refusals().toString())
        .isEqualTo(
            "[segments/lapsed.yaml: version 5, but version 5 deleted it; count version up to 6]");
    assertThat(plan(segment("lapsed", 6, "a")).changes()).hasSize(1);
  }

  @Test
  void whatIsNotInTheFolderStaysAndIsNamed() {
    published("segment", "lapsed", 4, "a");
    published("limits", "limits", 1, "l");

    PublishPlan plan = plan(segment("other", 1, "o"));

    assertThat(plan.changes()).containsExactly(version("segment", "other", 1, "o"));
    assertThat(plan.stillPublished())
        .containsExactly(version("limits", "limits", 1, "l"), version("segment", "lapsed", 4, "a"));
  }

  @Test
  void pruningDeletesItWithTheNextVersion() {
    published("segment", "lapsed", 4, "a");
    published("limits", "limits", 1, "l");

    PublishPlan plan = PublishPlan.of(List.of(segment("other", 1, "o")), topic, true);

    assertThat(plan.changes())
        .containsExactly(
            version("segment", "other", 1, "o"),
            version("limits", "limits", 2, null),
            version("segment", "lapsed", 5, null));
    assertThat(plan.stillPublished()).isEmpty();
  }

  @Test
  void whatIsDeletedOrOfAnotherKindIsNeitherNamedNorPruned() {
    published("segment", "lapsed", 4, null);
    published("identity", "identity", 1, "i");

    assertThat(PublishPlan.of(List.of(), topic, true).changes()).isEmpty();
    assertThat(plan().stillPublished()).isEmpty();
  }

  private PublishPlan plan(DefinitionText... folder) {
    return PublishPlan.of(List.of(folder), topic, false);
  }

  private void published(String kind, String id, int version, @Nullable String yaml) {
    topic.put(new DefinitionName(kind, id), version(kind, id, version, yaml));
  }

  private static DefinitionVersion version(
      String kind, String id, int version, @Nullable String yaml) {
    return new DefinitionVersion(new DefinitionName(kind, id), version, yaml);
  }

  private static DefinitionText segment(String id, int version, String yaml) {
    return text("segment", id, version, yaml);
  }

  private static DefinitionText scoring(String yaml) {
    return new DefinitionText("scoring.yaml", "scoring", "scoring", null, yaml);
  }

  private static DefinitionText limits(String yaml) {
    return new DefinitionText("limits.yaml", "limits", "limits", null, yaml);
  }

  private static DefinitionText text(String kind, String id, int version, String yaml) {
    return new DefinitionText(kind + "s/" + id + ".yaml", kind, id, version, yaml);
  }
}
