package dev.kilde.core.facts;

import dev.kilde.core.event.Tracked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something done on the site or in the app.
 *
 * @param name what was done, in the contract's spelling
 * @param pageType as the shop names its pages
 * @param category path {@code a/b/c}
 */
public record Visit(
    Instant at,
    String name,
    @Nullable String pageType,
    @Nullable String productId,
    @Nullable String category,
    @Nullable String brand,
    @Nullable String searchTerm) {

  /** What an event says was done. */
  public static Visit of(Tracked tracked) {
    return new Visit(
        tracked.occurredAt(),
        tracked.name(),
        tracked.pageType(),
        tracked.productId(),
        tracked.category(),
        tracked.brand(),
        tracked.searchTerm());
  }
}
