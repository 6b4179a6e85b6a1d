package dev.kilde.local.publish;

import java.util.ArrayList;
import java.util.List;

/** Tells what a plan comes to, a line each and one for all. */
final class PublishSummary {

  private PublishSummary() {}

  /**
   * The lines.
   *
   * @param unpublished files that are never published
   * @param passedOver messages on the topic that are no valid records
   * @param dryRun whether nothing was sent
   */
  static List<String> of(
      PublishPlan plan, List<String> unpublished, int passedOver, boolean dryRun) {
    String done = dryRun ? "would be " : "";
    List<String> lines = new ArrayList<>();
    int deleted = 0;
    for (DefinitionVersion change : plan.changes()) {
      deleted += change.isDeleted() ? 1 : 0;
      lines.add(
          "%s: version %d, %s%s"
              .formatted(
                  change.name(),
                  change.version(),
                  done,
                  change.isDeleted() ? "deleted" : "published"));
    }
    for (DefinitionVersion still : plan.stillPublished()) {
      lines.add(
          "%s: version %d, still published; not in the folder: --prune deletes it"
              .formatted(still.name(), still.version()));
    }
    for (String file : unpublished) {
      lines.add(file + ": not published; a job reads it from its folder when it is submitted");
    }
    if (passedOver > 0) {
      lines.add("passed over on the topic: " + passedOver + ", no valid definitions");
    }
    lines.add(
        "%d %spublished, %d %sdeleted, %d unchanged"
            .formatted(
                plan.changes().size() - deleted, done, deleted, done, plan.unchanged().size()));
    return lines;
  }
}
