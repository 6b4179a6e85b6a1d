package dev.kilde.local.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublishSummaryTest {

  private static final DefinitionVersion NEW =
      new DefinitionVersion(new DefinitionName("segment", "lapsed"), 2, "yaml");
  private static final DefinitionVersion OLD =
      new DefinitionVersion(new DefinitionName("flow", "cart"), 3, "yaml");

  @Test
  void everyChangeIsALineAndTheirNumbersTheLast() {
    PublishPlan plan =
        new PublishPlan(
            List.of(NEW, OLD.deleted()),
            List.of(new DefinitionName("limits", "limits")),
            List.of(),
            List.of());

    assertThat(PublishSummary.of(plan, List.of(), 0, false))
        .containsExactly(
            "segment/lapsed: version 2, published",
            "flow/cart: version 4, deleted",
            "1 published, 1 deleted, 1 unchanged");
    assertThat(PublishSummary.of(plan, List.of(), 0, true))
        .containsExactly(
            "segment/lapsed: version 2, would be published",
            "flow/cart: version 4, would be deleted",
            "1 would be published, 1 would be deleted, 1 unchanged");
  }

  @Test
  void whatIsLeftAloneIsTold() {
    PublishPlan plan = new PublishPlan(List.of(), List.of(), List.of(OLD), List.of());

    assertThat(PublishSummary.of(plan, List.of("identity.yaml"), 2, false))
        .containsExactly(
            "flow/cart: version 3, still published; not in the folder: --prune deletes it",
            "identity.yaml: not published; a job reads it from its folder when it is submitted",
            "passed over on the topic: 2, no valid definitions",
            "0 published, 0 deleted, 0 unchanged");
  }
}
