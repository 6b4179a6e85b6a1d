package dev.kilde.profile.replay;

import dev.kilde.profile.definition.Definitions;
import dev.kilde.profile.rules.RuleUpdate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to replay.
 *
 * @param events folder with {@code <topic>.jsonl} or {@code <topic>.jsonl.gz}
 * @param out folder for the outputs, created if missing
 * @param asOf where event time ends, inclusive; null: one millisecond after the last event
 * @param parallelism of the stages, at least 1; the result does not depend on it
 * @param definitions retention holds only where they set it
 * @param models learned before; null: learned in a pass of its own, where scoring asks for it
 * @param work folder for temporary files; must exist
 */
public record ReplayOptions(
    Path events,
    Path out,
    @Nullable Instant asOf,
    int parallelism,
    Definitions definitions,
    @Nullable List<RuleUpdate> models,
    Path work) {

  public ReplayOptions {
    models = models == null ? null : List.copyOf(models);
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1, not " + parallelism);
    }
  }

  /** Whether everybody has to be known before anybody can be judged. */
  boolean learns() {
    return models == null && definitions.scoring().rfm().quintiles();
  }
}
