package dev.kilde.core.segment.history;

import dev.kilde.core.event.Engaged;
import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.event.Tracked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is asked of visits and of what became of messages. */
final class AskedOfBehaviour {

  private AskedOfBehaviour() {}

  /** {@code did: { .. }}. */
  record Did(String event, Goods goods, Times times) implements Asked {
    @Override
    public String text() {
      List<String> text = new ArrayList<>(List.of("event: " + event));
      text.addAll(goods.text());
      text.addAll(times.text());
      return "did: { " + String.join(", ", text) + " }";
    }

    @Override
    public boolean holds(Known who, Instant now) {
      List<Instant> visits = new ArrayList<>();
      for (Tracked visit : who.all(Tracked.class)) {
        if (visit.name().equals(event)
            && goods.fit(visit.productId(), visit.category(), visit.brand())) {
          visits.add(visit.occurredAt());
        }
      }
      return times.holds(visits, who.edition().zone(), now);
    }

    @Override
    public List<Duration> spans() {
      return times.spans();
    }
  }

  /** {@code engaged: { .. }}; opens and clicks of machines do not count. */
  record Responded(EngagementKind kind, @Nullable String channel, Times times) implements Asked {
    @Override
    public String text() {
      List<String> text = new ArrayList<>();
      text.add("kind: " + kind.name().toLowerCase(Locale.ROOT));
      if (channel != null) {
        text.add("channel: " + channel);
      }
      text.addAll(times.text());
      return "engaged: { " + String.join(", ", text) + " }";
    }

    @Override
    public boolean holds(Known who, Instant now) {
      boolean ofPeopleOnly = kind == EngagementKind.OPENED || kind == EngagementKind.CLICKED;
      List<Instant> responses = new ArrayList<>();
      for (Engaged engaged : who.all(Engaged.class)) {
        if (engaged.kind() == kind
            && (channel == null || channel.equals(engaged.channel()))
            && !(ofPeopleOnly && engaged.machine())) {
          responses.add(engaged.occurredAt());
        }
      }
      return times.holds(responses, who.edition().zone(), now);
    }

    @Override
    public List<Duration> spans() {
      return times.spans();
    }
  }
}
