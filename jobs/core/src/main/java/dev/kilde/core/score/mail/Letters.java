package dev.kilde.core.score.mail;

import dev.kilde.core.event.EngagementKind;
import dev.kilde.core.facts.Engagement.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts responses together by the message they answer. */
final class Letters {

  private static final Comparator<Letter> NEWEST_FIRST =
      Comparator.comparing(Letter::deliveredAt).thenComparing(Letter::messageId).reversed();

  private @Nullable Instant delivered;
  private @Nullable Instant opened;
  private @Nullable Instant clicked;

  private Letters() {}

  /**
   * Those that were delivered, newest delivery first.
   *
   * @param responses oldest first; those that do not say of which message are left out
   */
  static List<Letter> of(List<Response> responses) {
    Map<String, Letters> byId = new HashMap<>();
    for (Response response : responses) {
      String id = response.messageId();
      if (id != null) {
        byId.computeIfAbsent(id, none -> new Letters()).add(response);
      }
    }
    List<Letter> letters = new ArrayList<>();
    byId.forEach(
        (id, of) -> {
          if (of.delivered != null) {
            letters.add(new Letter(id, of.delivered, of.opened, of.clicked));
          }
        });
    letters.sort(NEWEST_FIRST);
    return letters;
  }

  private void add(Response response) {
    EngagementKind kind = response.kind();
    if (kind == EngagementKind.DELIVERED) {
      delivered = first(delivered, response);
    }
    if (MailReader.ENGAGED.contains(kind)) {
      opened = first(opened, response);
    }
    if (kind == EngagementKind.CLICKED) {
      clicked = first(clicked, response);
    }
  }

  private static Instant first(@Nullable Instant before, Response response) {
    return before == null ? response.at() : before;
  }
}
